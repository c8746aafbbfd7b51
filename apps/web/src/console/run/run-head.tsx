import { LinkState, Notice, SafeText, SeatMark } from '@moot/ui';
import type { RunPage } from '@moot/wire';
import { Link } from '@tanstack/react-router';
import type { Following } from '../../live/use-run.ts';
import { Chevron } from '../results/chevron.tsx';
import { moment } from '../words/times.ts';
import { listed as inWords } from '../words/numbers.ts';
import type { Sides } from './beliefs.ts';
import { STATES } from './setup-words.ts';

interface RunHeadProps {
  readonly page: RunPage;
  readonly sides: Sides;
  readonly following: Following;
}

/** What was asked, what can be answered, and which of it is true. */
export function RunHead({ page, sides, following }: RunHeadProps) {
  const { id, experiment, arm, prompt, state, startedAt } = page;
  return (
    <>
      <nav className="crumbs" aria-label="Where this is">
        <Link to="/">Experiments</Link>
        <Chevron />
        <Link to="/experiments/$experiment" params={{ experiment }}>
          {experiment}
        </Link>
        <Chevron />
        <Link to="/experiments/$experiment" params={{ experiment }} search={{ arm }}>
          {arm}
        </Link>
        <Chevron />
        <span className="mono">{id}</span>
      </nav>
      <div className="page-head">
        <div>
          <h1>
            <SafeText text={prompt} />
          </h1>
          <Options page={page} sides={sides} />
        </div>
        <p className="actions run-state">
          <span className={`chip${state === 'failed' ? ' is-bad' : ''}`}>{STATES[state]}</span>
          {startedAt !== null && <span className="aside">begun {moment(startedAt)}</span>}
          {state !== 'ended' && following.state && <LinkState link={following.link} />}
        </p>
      </div>
      <Simulated seats={page.seats} />
      {page.judged && <JudgedAgain run={page.judged.run} judging={page.judging} />}
    </>
  );
}

const SHOWN: Readonly<Record<RunPage['judging'], string>> = {
  live: 'as it went',
  whole: 'all at once',
  stepped: 'step by step',
  timed: 'all at once, with a limit of time',
};

function JudgedAgain({ run, judging }: { readonly run: string; readonly judging: RunPage['judging'] }) {
  return (
    <Notice>
      This judges the transcript of run{' '}
      <Link to="/runs/$run" params={{ run }} className="mono">
        {run}
      </Link>{' '}
      again, shown {SHOWN[judging]}.
    </Notice>
  );
}

function Options({ page: { options, listed, truth }, sides }: { readonly page: RunPage; readonly sides: Sides }) {
  const order = listed.length === options.length ? listed : options.map((_option, i) => i);
  return (
    <ul className="run-options">
      {order.map((option) => (
        <li key={option} className="row">
          <Argues seats={Object.keys(sides).filter((seat) => sides[seat] === option)} />
          <span className="serif">
            <SafeText text={options[option] ?? ''} />
          </span>
          {option === truth && <span className="chip is-accent">truth, seen by researchers only</span>}
        </li>
      ))}
    </ul>
  );
}

function Argues({ seats }: { readonly seats: readonly string[] }) {
  return seats.map((seat) => <SeatMark key={seat} seat={seat} />);
}

function Simulated({ seats }: Pick<RunPage, 'seats'>) {
  const names = seats.filter(({ isSimulated }) => isSimulated).map(({ seat }) => seat);
  if (names.length === 0) return null;
  return (
    <Notice tone="caution">
      {names.length === seats.length ? 'All seats are' : `${inWords(names)} ${names.length === 1 ? 'is' : 'are'}`}{' '}
      played by the simulator: this says nothing about people or models.
    </Notice>
  );
}
