import { ENDPOINTS } from '@moot/wire';
import type { OpenSocket } from '../../testing/socket.ts';
import type { Cast, Judge, Onlooker } from './cast.ts';
import { datasetOf, nameOf, TWINS } from './experiment.ts';

/** What an endpoint is tried with: names for its path. */
type Target = Readonly<Record<string, string>>;
type Name = keyof typeof ENDPOINTS;

/** What is sent to each endpoint by whoever tries it: well formed, and without effect where it is let in. */
const BODIES: Readonly<Record<Name, object | undefined>> = {
  signIn: { token: 'x'.repeat(32) },
  signOut: {},
  account: undefined,
  datasets: undefined,
  questions: undefined,
  source: undefined,
  presets: undefined,
  experimentSchema: undefined,
  check: { text: 'name: [', people: 'people' },
  start: { text: 'name: [', people: 'people', key: '9b2d7f0e-51d3-4c92-8a4c-3d8a4f1f0c11' },
  experiments: undefined,
  experiment: undefined,
  runs: undefined,
  watchable: undefined,
  results: undefined,
  invitations: undefined,
  invite: { judges: 0 },
  revoke: {},
  run: undefined,
  call: undefined,
  judgeAgain: { model: 'sim/judge', shown: 'timed' },
  settle: { how: 'retry', turn: { seat: 'A', kind: 'speech', at: 'round 9', version: 1 } },
  enter: { secret: 'x'.repeat(32) },
  desk: undefined,
  step: { step: 'welcome' },
  begin: { turn: { seat: 'judge', kind: 'verdict', at: 'never', version: 1 } },
  submit: submission('A', 'speech', 'round 1'),
  takeBack: { key: '0c7f6a36-5a4e-4f0e-9f43-6f1d1f0a7b2c' },
  amend: {
    key: '6f1d3c58-0f0e-4e6c-8c8e-1f2a3b4c5d6e',
    turn: { seat: 'judge', kind: 'verdict', at: 'never', version: 1 },
    text: 'nothing',
    belief: null,
  },
};

function submission(seat: string, kind: string, at: string): object {
  const trace = { shownAt: null, activeMs: 0, changes: [] };
  return { key: '4a1f0c11-51d3-4c92-8a4c-9b2d7f0e3d8a', turn: { seat, kind, at, version: 1 }, said: {}, trace };
}

type Looking = Pick<Onlooker, 'fetch' | 'answers'>;

/** What would change something for those who have an account: they are not signed out, and nobody is sent away. */
export const LEFT_OUT: readonly Name[] = ['signOut', 'signIn', 'enter'];

/** Tries every endpoint with a target. */
export async function triesAll(onlooker: Looking, target: Target, leftOut: readonly Name[] = []): Promise<void> {
  for (const name of NAMES.filter((each) => !leftOut.includes(each))) {
    const { method, path } = ENDPOINTS[name];
    const filled = path.replace(/:(\w+)/g, (_whole, part: string) => target[part] ?? 'ffffffffffff');
    const { status, text } = await onlooker.fetch(method, filled, method === 'POST' ? (BODIES[name] ?? {}) : undefined);
    onlooker.answers.push(`${name} ${status} ${text}`);
  }
}

const NAMES = Object.keys(ENDPOINTS).filter((name): name is Name => name in BODIES);

/**
 * All that everybody can come by now: their own desks and runs, runs that are not theirs, each from the first move on and from
 * a later one; and every endpoint there is, for which judges take turns from look to look.
 */
export async function everybodyLooks(cast: Cast, look: number): Promise<void> {
  const { judges, researcher, viewer, nobody } = cast;
  const half = judges.length / 2;
  const runs = judges.flatMap((judge) => judge.runs.map((run) => ({ run, judge })));
  const [first] = runs;
  const target = { ...targetOf(judges[0]), invitation: 'ffffffffffff', run: first?.run ?? '' };
  await Promise.all([
    researcherLooks(
      researcher,
      runs.filter(({ judge }) => judge.twin === look % 2).map(({ run }) => run),
    ),
    triesAll(viewer, target, LEFT_OUT).then(() =>
      watchesAll(
        viewer,
        runs.map(({ run }) => run),
      ),
    ),
    triesAll(nobody, { ...target, invitation: judges[0]?.invitation ?? '' }).then(() =>
      watchesAll(nobody, [target.run]),
    ),
    ...judges.map((judge, i) =>
      judgeLooks(
        judge,
        judges[(i + 2) % judges.length] ?? judge,
        (i % half) % LOOKS === look ? 'everywhere' : 'at home',
      ),
    ),
  ]);
}

/** How often everybody looks. */
const LOOKS = 7;

function targetOf(judge: Judge | undefined): Target {
  const twin = judge?.twin ?? 0;
  return { dataset: datasetOf(twin), source: 'hidden-source-key', experiment: nameOf(twin), call: 'ffffffffffff' };
}

/** A judge looks at their own desk and runs and, every few looks, at all that is somebody else's as well. */
async function judgeLooks(judge: Judge, other: Judge, where: 'everywhere' | 'at home'): Promise<void> {
  const own = { invitation: judge.invitation, run: judge.runs[0] ?? '' };
  const others = { invitation: other.invitation, run: other.runs[0] ?? '' };
  // To follow a run is to open it.
  const runs = judge.socket ? [...judge.runs, others.run] : [others.run];
  await triesAll(
    judge,
    { ...targetOf(judge), ...own },
    where === 'at home' ? [...CONSOLE, 'enter', 'step', 'submit', 'takeBack', 'amend'] : [],
  );
  await watches(judge, judge.connect({ as: 'judge', invitation: own.invitation }), runs);
  if (where === 'at home') return;
  await triesAll(judge, others, CONSOLE);
  await triesAll(judge, { ...own, run: others.run }, [...CONSOLE, 'enter', 'desk', 'step']);
  await judge.fetch('GET', `/judge/${own.invitation}`);
  await watches(judge, judge.connect({ as: 'judge', invitation: others.invitation }), [others.run]);
  await watches(judge, judge.connect({ as: 'account' }), [...judge.runs, others.run]);
}

const CONSOLE = NAMES.filter((name) => !['enter', 'desk', 'step', 'submit', 'takeBack', 'amend'].includes(name));

async function watchesAll(onlooker: Onlooker, runs: readonly string[]): Promise<void> {
  await watches(onlooker, onlooker.connect({ as: 'account' }), [...new Set(runs)]);
}

/** Follows runs from nothing and, by another follow, from the middle. */
export async function watches(onlooker: Looking, socket: OpenSocket, runs: readonly string[]): Promise<void> {
  const refusal = await socket.refusal();
  if (refusal !== undefined) {
    onlooker.answers.push(`no socket: ${refusal}`);
    socket.close();
    return;
  }
  for (const run of runs) {
    const whole = await socket.follow(run);
    onlooker.answers.push(JSON.stringify(whole));
    // As after a break: so many moves are known, and the rest is asked for.
    const known = whole.ok ? Math.floor(whole.state.seq / 2) : 0;
    if (known > 0) onlooker.answers.push(JSON.stringify(await socket.asks(run, known)));
  }
  socket.close();
}

async function researcherLooks(researcher: Onlooker, runs: readonly string[]): Promise<void> {
  for (const twin of TWINS) {
    const dataset = datasetOf(twin);
    const { questions } = await researcher.ask(ENDPOINTS.questions, { path: { dataset } });
    const target = { dataset, experiment: nameOf(twin), source: questions[0]?.source?.id ?? '' };
    await triesAll(researcher, target, LEFT_OUT);
  }
  for (const run of new Set(runs)) {
    const { calls } = await researcher.ask(ENDPOINTS.run, { path: { run } });
    for (const { id: call } of calls) await researcher.ask(ENDPOINTS.call, { path: { run, call } });
  }
  await watchesAll(researcher, runs);
}
