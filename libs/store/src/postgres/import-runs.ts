import type { PublishedArm, PublishedJudging, PublishedMove, PublishedRun } from '@moot/experiment';
import { canonical, hash, type Frozen, type Table } from '@moot/protocol';
import type { RecordTable } from '../open-table.ts';
import type { About, Importing } from './import.ts';
import { inChunks } from './chunks.ts';
import { publishedRows, type Published } from './published-rows.ts';
import { storable, storableObject } from './storable.ts';

/** The study that an import's runs belong to, once there are any. */
export interface Study {
  readonly about: About;
  /** The experiment that holds it, and its arms by name. */
  kept?: { readonly id: string; readonly arms: Map<string, string> };
}

/** Keeps published runs and their judgings: plays each from its first move on, and refuses what was never open. */
export async function keepPublished(
  importing: Importing,
  published: readonly PublishedRun[],
  record: RecordTable | undefined,
): Promise<void> {
  if (published.length === 0) return;
  if (!record) throw new Error('there are published runs, and nothing to set their tables with');
  const study = await studyOf(importing);
  if (!study) return;
  const questions = await questionIds(importing, published);
  for (const some of inChunks(published, AT_ONCE)) {
    const wanted: Published[] = [];
    for (const run of some) wanted.push(...(await playedIn(importing, { study, questions, record }, run)));
    await keepNew(importing, wanted);
  }
  await importing.reach.$executeRaw`
    update experiment set started_at = (select min(created_at) from run where experiment_id = ${study.id}) where id = ${study.id}`;
}

interface Place {
  readonly study: NonNullable<Study['kept']>;
  readonly questions: ReadonlyMap<string, string>;
  readonly record: RecordTable;
}

async function playedIn(
  importing: Importing,
  { study, questions, record }: Place,
  run: PublishedRun,
): Promise<readonly Published[]> {
  const questionId = questions.get(run.question);
  if (questionId === undefined) {
    importing.refused.push({ at: run.spot, why: `its question ${run.question} is not in the data set` });
    return [];
  }
  const armId = await armFor(importing, study, run.arm);
  return played(importing, run, { experimentId: study.id, armId, questionId }, record);
}

/** A run with the text of its story; this many go into one statement. */
const AT_ONCE = 40;

/** The experiment named after the data set, which is made if it is not there; undefined if another has its name. */
async function studyOf({ reach, means, study, refused }: Importing): Promise<Study['kept']> {
  if (study.kept) return study.kept;
  const { name, origin, format } = study.about;
  const before = await reach.experiment.findUnique({ where: { name: storable(name) }, include: { arms: true } });
  const own = hash([name, format]);
  if (before && before.hash !== own) {
    refused.push({ why: `an experiment ${name} is there already: import this one under another name` });
    return undefined;
  }
  const id = before?.id ?? means.ids();
  if (!before) {
    const file = { name, description: `Imported from a published study${origin === undefined ? '' : `: ${origin}`}` };
    const at = means.clock();
    const given = {
      seed: 0,
      hash: own,
      people: 'people',
      file: `# ${file.description}\n`,
      plan: { file },
      startedAt: at,
    };
    await reach.experiment.create({ data: { id, name: storable(name), ...given } });
    await reach.audit.create({ data: { at, who: 'import', what: 'study imported', subject: id, detail: { format } } });
  }
  study.kept = { id, arms: new Map(before?.arms.map((arm) => [arm.name, arm.id])) };
  return study.kept;
}

async function armFor(
  { reach, means }: Importing,
  study: NonNullable<Study['kept']>,
  arm: PublishedArm,
): Promise<string> {
  const { name, protocol, version, options, seats } = arm;
  const before = study.arms.get(name);
  if (before !== undefined) return before;
  const id = means.ids();
  const frozen = { options: storableObject(options), seats: storableObject(seats) };
  await reach.arm.create({
    data: {
      id,
      experimentId: study.id,
      name,
      position: study.arms.size,
      protocol,
      protocolVersion: version,
      ...frozen,
      hash: hash(canonical([protocol, version, options, seats])),
    },
  });
  study.arms.set(name, id);
  return id;
}

async function questionIds(
  { reach, dataset }: Importing,
  runs: readonly PublishedRun[],
): Promise<ReadonlyMap<string, string>> {
  const where = { datasetId: dataset, key: { in: [...new Set(runs.map(({ question }) => storable(question)))] } };
  const rows = await reach.question.findMany({ where, select: { id: true, key: true } });
  return new Map(rows.map(({ id, key }) => [key, id]));
}

interface Home {
  readonly experimentId: string;
  readonly armId: string;
  readonly questionId: string;
}

/** A published run and its judgings as they were played. What cannot be is refused, with the move that was not open. */
function played({ refused }: Importing, run: PublishedRun, home: Home, record: RecordTable): readonly Published[] {
  const { key, arm, setup, spot, moves } = run;
  const { protocol, version } = arm;
  const set = (past: readonly PublishedMove[], how: object, of: string, judged?: Frozen): Table | undefined => {
    const table = record({ protocol, version, setup: how, moves: past, judged });
    if (!('seq' in table)) return table;
    const { seat = '', kind = '', at = '' } = past[table.seq] ?? {};
    const { why, words = why } = table.refused;
    refused.push({
      at: spot,
      why: `${of}: its move ${table.seq + 1} (${seat} ${kind} at ${at}) cannot be played: ${words}`,
    });
    return undefined;
  };
  const table = set(moves, setup, `room ${key}`);
  if (!table) return [];
  const own: Published = { ...home, ...run, id: nameOf(home, key), setup, moves, table };
  const frozen = { setup, moves: table.moves };
  const judgings = run.again.flatMap((judging) => {
    const again = set(judging.moves, judging.setup, `room ${key}, judged by ${judging.judge}`, frozen);
    return again ? [judgingOf(own, judging, again)] : [];
  });
  return [own, ...judgings];
}

function judgingOf(
  run: Published,
  { judge, judging, setup, createdAt, moves }: PublishedJudging,
  table: Table,
): Published {
  const id = hash([run.id, judging, judge]).slice(0, 12);
  const seats = { judge: { kind: 'person' as const, participant: judge } };
  const judged = { run: run.id, moves: run.moves.length, judging };
  return { ...run, id, seats, setup, createdAt, moves, table, judged };
}

function nameOf({ experimentId }: Home, key: string): string {
  return hash([experimentId, 'published', key]).slice(0, 12);
}

/** Keeps the runs that are new, and refuses those that say something else than before. */
async function keepNew({ reach, runs, refused }: Importing, wanted: readonly Published[]): Promise<void> {
  const ids = wanted.map(({ id }) => id);
  const known = await reach.run.findMany({
    where: { id: { in: ids } },
    select: { id: true, moves: { orderBy: { seq: 'asc' } } },
  });
  const before = new Map(known.map(({ id, moves }) => [id, moves]));
  const fresh = wanted.filter(({ id }) => !before.has(id)).map(publishedRows);
  runs.read += wanted.length;
  runs.alreadyThere += before.size;
  runs.kept += fresh.length;
  for (const run of wanted.filter(({ id }) => before.has(id)))
    if (saidIn(publishedRows(run).moves) !== saidIn(before.get(run.id) ?? []))
      refused.push({
        at: run.spot,
        why: `run ${run.key}: it is there already and reads differently; what was imported never changes`,
      });
  await reach.run.createMany({ data: fresh.map(({ run }) => run) });
  await reach.move.createMany({ data: fresh.flatMap(({ moves }) => moves) });
  await reach.belief.createMany({ data: fresh.flatMap(({ beliefs }) => beliefs) });
  await reach.verdict.createMany({ data: fresh.flatMap(({ verdicts }) => verdicts) });
}

function saidIn(
  moves: readonly { readonly by: string; readonly kind: string; readonly at: string; readonly body: unknown }[],
): string {
  return canonical(moves.map(({ by, kind, at, body }) => [by, kind, at, body]));
}
