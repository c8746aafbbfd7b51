import { Events, Followed, turnKey, type Delta, type RunState, type SeenMove } from '@moot/wire';
import type { Socket } from 'socket.io-client';
import type { FollowedRun } from './followed.ts';
import { heardWords, type HeardWords } from './heard-words.ts';

/** Where measurements of all runs of a process go. */
export interface Measured {
  readonly ages: number[];
  readonly sizes: number[];
}

/** Follows a run over a connected socket until its speeches are moves, and compares what was heard with what is there. */
export async function followRun(socket: Socket, run: string, measured: Measured): Promise<FollowedRun> {
  const known = knowing(measured);
  const counts = { deltas: 0, states: 0, behind: 0, gaps: 0, withdrawn: 0, cuts: 0 };
  await new Promise<void>((resolve, reject) => {
    const learn = (state: RunState) => {
      if (!known.learn(state)) again('gaps');
      if (known.isSpoken()) resolve();
    };
    const ask = () => void followed(socket, run, known.seq()).then(learn, reject);
    const again = (why: 'behind' | 'gaps') => {
      counts[why] += 1;
      ask();
    };
    socket.on('delta', (sent: unknown) => {
      counts.deltas += 1;
      if (!known.hear(Events.delta.parse(sent))) again('gaps');
    });
    socket.on('state', (sent: unknown) => {
      counts.states += 1;
      learn(Events.state.parse(sent));
    });
    socket.on('withdrawn', () => (counts.withdrawn += 1));
    socket.on('behind', () => again('behind'));
    socket.on('disconnect', () => (counts.cuts += 1));
    socket.on('connect', ask);
    ask();
  });
  const fresh = await followed(socket, run, 0);
  return { run, ...counts, speeches: known.speeches(), isSame: known.isSame(fresh) };
}

async function followed(socket: Socket, run: string, since: number): Promise<RunState> {
  const answer = Followed.parse(await socket.timeout(30_000).emitWithAck('follow', { run, since }));
  if (!answer.ok) throw new Error(`run ${run} may not be followed: ${answer.why}`);
  return answer.state;
}

/** What a judge's page knows of a run. */
function knowing({ ages, sizes }: Measured) {
  const words = new Map<string, HeardWords>();
  const moves = new Map<string, SeenMove>();
  let last: RunState | undefined;
  const wordsOf = (key: string) => {
    const heard = words.get(key) ?? heardWords(ages);
    words.set(key, heard);
    return heard;
  };
  return {
    seq: () => last?.seq ?? 0,
    hear({ turn, from, text }: Delta): boolean {
      sizes.push(text.length);
      return wordsOf(turnKey(turn)).add(from, text);
    },
    learn(state: RunState): boolean {
      if (state.since !== 0 && state.since !== last?.seq) return state.seq <= (last?.seq ?? 0);
      if (state.since === 0) moves.clear();
      for (const move of state.moves) moves.set(turnKey(move), move);
      for (const { turn, text } of state.speaking) wordsOf(turnKey(turn)).set(text);
      last = state;
      return state.order.every((key) => moves.has(key));
    },
    /** Whether all that was awaited of others has been said. */
    isSpoken: () => last?.awaited.length === 0,
    speeches: () => Object.fromEntries([...moves].map(([key, { seat }]) => [seat, words.get(key)?.text() ?? ''])),
    isSame: (fresh: RunState) => {
      const own = last?.order.map((key) => moves.get(key));
      const what = ({ seq, order, brief, open, awaited, isOver }: RunState) => ({
        seq,
        order,
        brief,
        open,
        awaited,
        isOver,
      });
      return JSON.stringify([own, last && what(last)]) === JSON.stringify([fresh.moves, what(fresh)]);
    },
  };
}
