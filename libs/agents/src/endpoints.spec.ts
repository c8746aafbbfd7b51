import { describe, expect, it } from 'vitest';
import { modelNamed, priceOf } from './endpoint.ts';
import { endpointsFrom } from './endpoints.ts';
import { readModelsFile } from './models-file.ts';

const SIMULATOR = 'http://127.0.0.1:4101/v1';

function read(environment: Readonly<Record<string, string>> = {}, text?: string) {
  return endpointsFrom(
    { environment, simulator: SIMULATOR },
    text === undefined ? undefined : readModelsFile({ file: 'models.yaml', text }),
  );
}

function faultsIn(text: string) {
  const got = read({}, text);
  return got.ok ? [] : got.faults.map(({ at, why }) => `${at.line ?? 0}:${at.column ?? 0} ${at.field ?? ''}: ${why}`);
}

function named(environment: Readonly<Record<string, string>>, name: string, text?: string) {
  const got = read(environment, text);
  return got.ok ? got.endpoints.get(name) : undefined;
}

describe('the endpoints of the settings', () => {
  it('are the simulator twice when nothing is set', () => {
    expect(named({}, 'openai')).toMatchObject({ baseUrl: SIMULATOR, isSimulator: true });
    expect(named({}, 'sim')).toMatchObject({ baseUrl: SIMULATOR, isSimulator: true });
    expect(named({}, 'openai')).not.toHaveProperty('keyVariable');
  });

  it('take a key, an address, or both', () => {
    expect(named({ OPENAI_API_KEY: ' sk-1\n' }, 'openai')).toMatchObject({
      baseUrl: 'https://api.openai.com/v1',
      key: 'sk-1',
      isSimulator: false,
    });
    const own = { OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' };
    expect(named(own, 'openai')).toMatchObject({ baseUrl: own.OPENAI_BASE_URL, isSimulator: false });
    expect(named({ ...own, OPENAI_API_KEY: 'sk-1' }, 'openai')).toMatchObject({
      baseUrl: own.OPENAI_BASE_URL,
      key: 'sk-1',
    });
  });

  it('know the simulator by its address', () => {
    expect(named({ OPENAI_BASE_URL: 'http://localhost:4101/v1/', OPENAI_API_KEY: 'x' }, 'openai')).toMatchObject({
      isSimulator: true,
    });
  });

  it.each([
    'nonsense',
    'ftp://example.org',
    'https://me:sk-secret@example.org/v1',
    'https://example.org/v1?key=sk-secret',
  ])('refuse the address %s and do not repeat it', (address) => {
    const got = read({ OPENAI_BASE_URL: address });
    expect(got).toMatchObject({ ok: false, faults: [{ at: { file: 'environment', field: 'OPENAI_BASE_URL' } }] });
    expect(JSON.stringify(got)).not.toContain('secret');
  });
});

describe('models.yaml', () => {
  const YAML = `
endpoints:
  together:
    baseUrl: https://api.together.example/v1
    keyVariable: TOGETHER_KEY
    structured: json_object
    limits: { concurrency: 4, requestsPerMinute: 60, tokensPerMinute: 100000 }
    prices:
      org/model-1: { inputPerMillion: 0.2, outputPerMillion: 0.6 }
    timeoutSeconds: { stall: 30 }
  openai:
    limits: { concurrency: 2 }
`;

  it('adds endpoints and refines the one of the settings', () => {
    expect(named({ TOGETHER_KEY: 'tk' }, 'together', YAML)).toEqual({
      name: 'together',
      baseUrl: 'https://api.together.example/v1',
      keyVariable: 'TOGETHER_KEY',
      key: 'tk',
      isSimulator: false,
      structured: 'json_object',
      limits: { concurrency: 4, requestsPerMinute: 60, tokensPerMinute: 100_000 },
      prices: { 'org/model-1': { inputPerMillion: 0.2, outputPerMillion: 0.6 } },
      timeouts: { headers: 120_000, stall: 30_000, total: 600_000 },
    });
    expect(named({}, 'openai', YAML)).toMatchObject({ limits: { concurrency: 2 } });
    expect(named({}, 'together', YAML)).not.toHaveProperty('key');
  });

  it('may be empty', () => {
    expect(named({}, 'sim', '# nothing yet\n')).toBeDefined();
  });

  it.each([
    ['endpoints:\n  a:\n    url: x\n    baseUrl: http://a.example\n', ['3:5 endpoints.a.url: there is no such field']],
    ['endpoints:\n  a: {}\n', ['2:3 endpoints.a: baseUrl is missing']],
    ['endpoint: {}\n', ['1:1 endpoint: there is no such field']],
    [
      'endpoints:\n  a b: { baseUrl: http://a.example }\n',
      ['2:3 endpoints.a b: a name of an endpoint is of letters, digits, ., _ and -'],
    ],
    [
      'endpoints:\n  a: { baseUrl: http://a.example, limits: { concurrency: 0 } }\n',
      ['2:45 endpoints.a.limits.concurrency: Too small: expected number to be >=1'],
    ],
    ['endpoints:\n  a: { baseUrl: 7 }\n', ['2:8 endpoints.a.baseUrl: Invalid input: expected string, received number']],
    [
      'endpoints:\n  sim: { baseUrl: http://a.example }\n',
      ['2:10 endpoints.sim.baseUrl: not for sim: the server knows where it is'],
    ],
    [
      'endpoints:\n  openai: { keyVariable: X }\n',
      ['2:13 endpoints.openai.keyVariable: not for openai: OPENAI_BASE_URL and OPENAI_API_KEY say where it is'],
    ],
    ['endpoints:\n  a: &x { baseUrl: http://a.example }\n  b: *x\n', ['3:6 : *x: aliases are not taken here']],
    ['endpoints:\n  a: { baseUrl: http://a.example }\n  a: {}\n', ['3:3 : Map keys must be unique']],
  ])('that is wrong is refused with line, column and field: %j', (text, faults) => {
    expect(faultsIn(text)).toEqual(faults);
  });

  it('with broken YAML is refused with line and column', () => {
    expect(faultsIn('endpoints:\n  a: [1,\n')[0]).toMatch(/^3:1 : /);
  });

  it('with a key in it is refused without repeating the key', () => {
    const said = faultsIn(
      'endpoints:\n  a: { baseUrl: http://u:sk-secret@a.example, keyVariable: sk-secret }\n',
    ).join();
    expect(said).toContain('not the key itself');
    expect(said).not.toContain('secret');
  });
});

describe('the name of a model', () => {
  const got = read();
  const endpoints = got.ok ? got.endpoints : new Map<string, never>();

  it('is its endpoint and, after the first slash, the model', () => {
    expect(modelNamed(endpoints, 'sim/org/judge?ability=0.8&seed=1/2')).toMatchObject({
      model: 'org/judge?ability=0.8&seed=1/2',
    });
  });

  it.each(['gpt', '/gpt', 'sim/', 'sims/judge', ''])('%j leads nowhere, and the known endpoints are named', (name) => {
    expect(modelNamed(endpoints, name)).toEqual({
      unknown: `${name}: write a model as endpoint/model; the endpoints known here are openai, sim`,
    });
  });

  it('has a price, whatever its parameters', () => {
    const endpoint = named(
      { OPENAI_API_KEY: 'sk' },
      'openai',
      'endpoints: { openai: { prices: { m: { inputPerMillion: 1, outputPerMillion: 2 } } } }',
    );
    if (!endpoint) throw new Error('no endpoint');
    expect(priceOf({ endpoint, model: 'm?seed=1' })).toEqual({ inputPerMillion: 1, outputPerMillion: 2 });
    expect(priceOf({ endpoint, model: 'constructor' })).toBeUndefined();
  });
});
