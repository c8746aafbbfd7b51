import type { Sitter } from '@moot/experiment';
import { isJudge } from '@moot/protocol';
import { protocols } from '@moot/protocols';
import { auditOf, frozenAt, showCall, showRun, type ShownRun } from '@moot/store';
import { CallText, type RunPage } from '@moot/wire';
import type { Engine } from '../engine.ts';

/** One run with all that is known of it; undefined if there is none. */
export async function runPage({ means }: Pick<Engine, 'means'>, id: string): Promise<RunPage | undefined> {
  const shown = await showRun(means.database, id);
  if (!shown) return undefined;
  const audit = await auditOf(means.database, id);
  return {
    ...shown,
    options: [...shown.options],
    sides: [...shown.sides],
    listed: [...shown.listed],
    setup: { ...shown.setup },
    seats: seatsOf(shown),
    startedAt: shown.startedAt?.toISOString() ?? null,
    endedAt: shown.endedAt?.toISOString() ?? null,
    moves: shown.moves.map(({ madeAt, ...move }) => ({ ...move, madeAt: madeAt.toISOString() })),
    calls: shown.calls.map(({ madeAt, ...call }) => ({ ...call, madeAt: madeAt.toISOString() })),
    failures: shown.failures.map(({ failedAt, settledAt, ...failure }) => ({
      ...failure,
      failedAt: failedAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    })),
    judged: await judgedIn(means, shown),
    judgments: shown.judgments.map(({ belief, ...judgment }) => ({ ...judgment, belief: belief && [...belief] })),
    audit: audit.map(({ at, who, what, detail }) => ({ at: at.toISOString(), who, what, detail: { ...detail } })),
  };
}

async function judgedIn(
  { database }: Engine['means'],
  { judgedRun, judgedMoves }: ShownRun,
): Promise<RunPage['judged']> {
  if (judgedRun === null) return null;
  const { setup, moves } = await frozenAt(database, judgedRun, judgedMoves ?? 0);
  return { run: judgedRun, setup: { ...setup }, moves: moves.map((move) => ({ ...move })) };
}

/** A model call with its prompt and reply. */
export async function callText(
  { means }: Pick<Engine, 'means'>,
  run: string,
  id: string,
): Promise<CallText | undefined> {
  const call = await showCall(means.database, run, id);
  return call && CallText.parse({ ...call, madeAt: call.madeAt.toISOString() });
}

/** Who sits where, by the roles that the protocol gives the seats. */
function seatsOf({ protocol, armOptions, seats, simulatedSeats }: ShownRun): RunPage['seats'] {
  const listed = protocols.find(({ name }) => name === protocol);
  const roles = new Map(listed?.seats(armOptions).map(({ seat, role }) => [seat, role]));
  const names = [...roles.keys(), ...Object.keys(seats).filter((seat) => !roles.has(seat))];
  return names.flatMap((seat) => {
    const sitter = seats[seat];
    if (!sitter) return [];
    const role = roles.get(seat) ?? (isJudge(seat) ? 'judge' : 'player');
    return [{ seat, role, sitter: nameOf(sitter), isSimulated: simulatedSeats.includes(seat) }];
  });
}

function nameOf(sitter: Sitter): string {
  if (sitter.kind === 'model') return sitter.model;
  return sitter.kind === 'script' ? `script/${sitter.script}` : (sitter.participant ?? 'a person');
}
