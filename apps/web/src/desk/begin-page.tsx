import { ENDPOINTS, type Desk, type OpenTurn, type RunState } from '@moot/wire';
import { ask } from '../app/api.ts';
import { nameOf } from './asked.ts';
import { lengthWords } from './time-words.ts';
import type { DeskAtHand } from './use-desk.ts';
import { Act } from './way-frame.tsx';

/** A turn with a limit that has not been begun. */
export interface Unbegun {
  readonly turn: OpenTurn;
  readonly seconds: number;
}

/** The turn that waits for its judge to begin, where nothing of the run is shown before. */
export function unbegunIn({ open, brief }: Pick<RunState, 'open' | 'brief'>): Unbegun | undefined {
  const turn = open.find(({ seconds }) => typeof seconds === 'number');
  const isShown = Object.keys(brief).length > 0;
  return turn && !isShown && typeof turn.seconds === 'number' ? { turn, seconds: turn.seconds } : undefined;
}

interface BeginPageProps {
  readonly unbegun: Unbegun;
  readonly run: NonNullable<Desk['run']>;
  readonly hand: DeskAtHand;
  readonly invitation: string;
}

/** Says how long there is and what happens at the end. Only the button starts the clock: a page can be opened by accident. */
export function BeginPage({ unbegun: { turn, seconds }, run, hand, invitation }: BeginPageProps) {
  const begin = async () => {
    const path = { invitation, run: run.id };
    hand.show(await ask(ENDPOINTS.begin, { path, body: { turn: nameOf(turn) } }));
  };
  return (
    <main className="welcome">
      <h1 className="claim-title">For this one you have {lengthWords(seconds)}.</h1>
      <div className="lead stack is-tight">
        <p>The time starts when you press the button. It goes on when you leave the page or load it again.</p>
        <p>
          What you have set when it ends is submitted as it stands. If you have not set anything by then, nothing is
          submitted, and you go on to the next.
        </p>
      </div>
      <div className="act">
        <Act label={`Begin: you have ${lengthWords(seconds)}`} onAct={begin} />
      </div>
    </main>
  );
}
