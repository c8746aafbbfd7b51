import { isOver, type Move, type Said, type Table, type Transcript } from '@moot/protocol';
import type { Database } from '@moot/store';
import { openTable } from '../means.ts';

/** A run as its rows have it: the frozen setup, and the moves in the order of their numbers. */
interface Kept {
  readonly protocol: string;
  readonly version: string;
  readonly setup: object;
  readonly numbers: readonly number[];
}

/** What comes of a transcript when its moves are made again, one by one, by the rules. */
export interface Replayed {
  readonly moves: Transcript;
  readonly isOver: boolean;
  /** The numbers under which the moves are kept: 0, 1, 2 … */
  readonly numbers: readonly number[];
}

/** Plays a transcript again from an empty table. A move that the rules refuse throws. */
export async function replayed(database: Database, run: string, transcript: Transcript): Promise<Replayed> {
  const [kept] = await database.$queryRaw<Kept[]>`
    select arm.protocol, arm.protocol_version as version, run.setup,
      array(select move.seq from move where move.run_id = run.id order by move.made_at, move.seq) as numbers
    from run join arm on arm.id = run.arm_id where run.id = ${run}`;
  if (!kept) throw new Error(`run ${run}: there is no such run`);
  const fresh = openTable({ ...kept, moves: [] });
  const table = transcript.reduce((now, move) => playedOn(now, move, run), fresh);
  return { moves: table.moves, isOver: isOver(table.next()), numbers: kept.numbers };
}

function playedOn(table: Table, move: Move, run: string): Table {
  const result = table.play(saidIn(move));
  if (result.ok) return result.table;
  const { seat, kind, at } = move;
  throw new Error(`run ${run}: ${seat} ${kind} @${at} is against the rules: ${result.why} ${result.words ?? ''}`);
}

/** What was said in a turn, with what was noted of it: the rules add the rest. */
function saidIn({ seat, kind, at, version, by, cost, compliance, rests: _rests, ...said }: Move): Said {
  const noted = { ...(cost !== undefined && { cost }), ...(compliance !== undefined && { compliance }) };
  const named = { seat, kind, at, version, by, ...noted };
  return 'passed' in said && typeof said.passed === 'string' ? { ...named, passed: said.passed } : { ...named, said };
}
