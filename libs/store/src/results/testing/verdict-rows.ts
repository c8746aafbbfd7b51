import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../generated/client.ts';
import type { Database } from '../../postgres/database.ts';

/** What is particular about a verdict whose row is wanted. */
export interface Wanted {
  readonly belief: readonly string[];
  readonly top: readonly number[];
  readonly truth?: number;
  readonly seats?: Prisma.InputJsonObject;
  readonly verdict?: Partial<Prisma.VerdictUncheckedCreateInput>;
  readonly run?: Partial<Prisma.RunUncheckedCreateInput>;
}

/** Keeps the one experiment to which all verdicts belong. */
export async function keepPilot(database: Database): Promise<void> {
  const at = new Date(0);
  await database.dataset.create({ data: { id: 'd', name: 'facts', format: 'csv', licence: 'CC0', createdAt: at } });
  const frozen = { options: {}, seats: {}, hash: 'h' };
  const arm = { id: 'a', name: 'debate', position: 0, protocol: 'debate', protocolVersion: '1.0.0', ...frozen };
  const given = { name: 'pilot', seed: 7, file: '', plan: {}, hash: 'h', people: 'people', startedAt: at };
  await database.experiment.create({ data: { id: 'e', ...given, arms: { create: arm } } });
}

/** Keeps a question and a run with one verdict, and gives back the verdict's row in the results. */
export async function verdictRow(database: Database, { truth = 0, belief, top, ...wanted }: Wanted): Promise<Row> {
  const id = randomUUID();
  const options = ['x', 'y', 'z'].slice(0, Math.max(2, belief.length));
  await database.question.create({ data: { id, datasetId: 'd', key: id, prompt: 'Which?', options, truth } });

  const places = { experimentId: 'e', armId: 'a', questionId: id, replicate: 1 };
  const orders = { sides: [1, 0], listed: [1, 0], choices: [0, 1] };
  const times = { createdAt: new Date(0), startedAt: new Date(60_000) };
  const turn = { seat: 'judge', kind: 'verdict', at: 'end', version: 1 };
  const move = { seq: 3, ...turn, by: 'person:ada', body: {}, rests: [], madeAt: new Date(90_500) };
  const frozen = { setup: {}, seats: wanted.seats ?? {}, seed: 1 };
  await database.run.create({
    data: { id, ...places, ...orders, ...times, ...frozen, ...wanted.run, moves: { create: move } },
  });

  const judged = { judge: 'ada', judgeKind: 'person', initial: [], rounds: 3, seat: 'judge', madeAt: move.madeAt };
  const verdict = { runId: id, seq: 3, ...judged, belief: [...belief], top: [...top], ...wanted.verdict };
  await database.verdict.create({ data: verdict });
  return rowOf(database, id);
}

export interface Row extends Readonly<Record<string, unknown>> {
  readonly run_id: string;
}

/** The one verdict of a run as the results have it, with its decimals as numbers. */
export async function rowOf(database: Database, run: string): Promise<Row> {
  const rows = await database.$queryRaw<Row[]>`select * from results.verdicts_all where run_id = ${run}`;
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error(`run ${run} has ${rows.length} verdicts`);
  const numbers = Object.entries(row).flatMap(([name, value]) =>
    isDecimal(value) ? [[name, Number(value)] as const] : [],
  );
  return { ...row, ...Object.fromEntries(numbers) };
}

function isDecimal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'toFixed' in value;
}
