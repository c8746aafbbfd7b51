import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';
import type { EndpointFault } from './endpoints.ts';
import { urlFault } from './url-fault.ts';

/** What `models.yaml` says of each endpoint, or what is wrong with it, with line and column. */
export function readModelsFile({ file, text }: ModelsYaml): ModelsFileRead {
  const lines = new LineCounter();
  // Pretty errors would quote the line, and with it whatever secret stands there.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const spot = (offset: number) => ({ file, line: lines.linePos(offset).line, column: lines.linePos(offset).col });
  const broken = [
    ...document.errors.map(({ pos, message }) => ({ offset: pos[0], why: message })),
    ...aliasesIn(document),
  ];
  if (broken.length > 0) return { ok: false, faults: broken.map(({ offset, why }) => ({ at: spot(offset), why })) };
  const read = ModelsFile.safeParse(document.toJS() ?? {});
  if (read.success) return { ok: true, entries: new Map(Object.entries(read.data.endpoints ?? {})) };
  const faults = read.error.issues.flatMap(saidOf);
  return {
    ok: false,
    faults: faults.map(({ path, why }) => ({ at: { ...spot(offsetOf(document, path)), field: path.join('.') }, why })),
  };
}

export interface ModelsYaml {
  /** What messages call the file. */
  readonly file: string;
  readonly text: string;
}

export type ModelsFileRead =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, Entry> }
  | { readonly ok: false; readonly faults: readonly EndpointFault[] };

const BaseUrl = z.string().check((context) => {
  const message = urlFault(context.value);
  if (message !== undefined) context.issues.push({ code: 'custom', message, input: '' });
});
const Count = z.int().min(1);
const Dollars = z.number().min(0);

const Entry = z.strictObject({
  baseUrl: BaseUrl.exactOptional(),
  keyVariable: z
    .string()
    .regex(/^[A-Z_][A-Z0-9_]*$/, 'must be the name of an environment variable in capitals, not the key itself')
    .exactOptional(),
  limits: z
    .strictObject({
      concurrency: Count.max(1000).exactOptional(),
      requestsPerMinute: Count.exactOptional(),
      tokensPerMinute: Count.exactOptional(),
    })
    .exactOptional(),
  structured: z.enum(['auto', 'json_schema', 'json_object', 'none']).exactOptional(),
  prices: z.record(z.string(), z.strictObject({ inputPerMillion: Dollars, outputPerMillion: Dollars })).exactOptional(),
  timeoutSeconds: z
    .strictObject({
      // Node's own fetch gives up after 300 s without a header or a byte.
      headers: z.number().positive().max(300).exactOptional(),
      stall: z.number().positive().max(300).exactOptional(),
      total: z.number().positive().max(86_400).exactOptional(),
    })
    .exactOptional(),
});
export type Entry = z.output<typeof Entry>;

const Name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a name of an endpoint is of letters, digits, ., _ and -');

const ModelsFile = z.strictObject({
  endpoints: z
    .record(Name, Entry)
    .check((context) => {
      for (const [name, entry] of Object.entries(context.value)) {
        const wrong = misplaced(name, entry);
        if (wrong) context.issues.push({ code: 'custom', message: wrong.why, input: '', path: [name, ...wrong.path] });
      }
    })
    .exactOptional(),
});

function misplaced(name: string, entry: Entry): { readonly path: readonly string[]; readonly why: string } | undefined {
  const isOwn = name === 'openai' || name === 'sim';
  if (!isOwn) return entry.baseUrl === undefined ? { path: [], why: 'baseUrl is missing' } : undefined;
  const field = entry.baseUrl === undefined ? entry.keyVariable && 'keyVariable' : 'baseUrl';
  const instead =
    name === 'openai' ? 'OPENAI_BASE_URL and OPENAI_API_KEY say where it is' : 'the server knows where it is';
  return field === undefined ? undefined : { path: [field], why: `not for ${name}: ${instead}` };
}

type Path = readonly PropertyKey[];

/** An issue in words. Of fields that nobody knows, each is a fault at its own place. */
function saidOf(issue: z.core.$ZodIssue): readonly { readonly path: Path; readonly why: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], why: 'there is no such field' }));
  }
  if (issue.code === 'invalid_key') return [{ path: issue.path, why: issue.issues[0]?.message ?? issue.message }];
  return [{ path: issue.path, why: issue.message }];
}

/** Where the field of a path stands; of one that is missing, what should have it. */
function offsetOf(document: Document, path: Path): number {
  if (path.length === 0) return 0;
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const keys = isMap(parent) ? parent.items.map(({ key }) => key) : [];
  const key = keys.filter(isScalar).find(({ value }) => String(value) === String(path.at(-1)));
  return key?.range?.[0] ?? offsetOf(document, path.slice(0, -1));
}

/** A file of settings needs no aliases, and they can be made to blow up. */
function aliasesIn(document: Document): readonly { readonly offset: number; readonly why: string }[] {
  const found: { offset: number; why: string }[] = [];
  visit(document, {
    Alias: (_key, { range, source }) => {
      found.push({ offset: range?.[0] ?? 0, why: `*${source}: aliases are not taken here` });
    },
  });
  return found;
}
