import type { Endpoint } from '@moot/agents';
import { inLine, type Finding } from './finding.ts';
import { endpointsOf, SOMEWHERE } from './models.ts';
import type { Settings } from './settings.ts';

/** How the endpoints of models are, asked by the one call that costs nothing. */
export async function endpointFindings(settings: Settings): Promise<readonly Finding[]> {
  try {
    const found = await endpointsOf(settings, settings.MOOT_SIMULATOR_URL ?? SOMEWHERE);
    return await Promise.all([...found.values()].map(asked));
  } catch (thrown) {
    return [
      { what: 'models', state: 'bad', words: inLine(thrown), mend: 'mend the file or the variable that is named' },
    ];
  }
}

async function asked(endpoint: Endpoint): Promise<Finding> {
  const { name, baseUrl, key, keyVariable } = endpoint;
  const what = `model ${name}`;
  if (baseUrl === SOMEWHERE) return { what, state: 'ok', words: 'the simulator, begun with the work' };
  if (keyVariable !== undefined && key === undefined)
    return { what, state: 'bad', words: 'it has no key', mend: `set ${keyVariable}` };
  try {
    return { what, ...answered(endpoint, await status(endpoint)) };
  } catch (thrown) {
    const words = `cannot be reached: ${inLine(thrown)}`;
    return { what, state: 'bad', words, mend: 'check its address and that it runs' };
  }
}

const PATIENCE_MS = 10_000;

async function status({ baseUrl, key }: Endpoint): Promise<number> {
  const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/models`, {
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await response.body?.cancel();
  return response.status;
}

function answered({ keyVariable, isSimulator }: Endpoint, code: number): Omit<Finding, 'what'> {
  if (code >= 200 && code < 300) return { state: 'ok', words: `answers${isSimulator ? ', and is the simulator' : ''}` };
  if (code === 401 || code === 403) {
    const mend = keyVariable === undefined ? 'give it a key in models.yaml' : `check ${keyVariable}`;
    return { state: 'bad', words: `refuses the key (${code})`, mend };
  }
  return { state: 'remark', words: `answers ${code} when asked for its models; some servers have no such list` };
}
