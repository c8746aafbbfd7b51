import { SeatMark } from '@moot/ui';
import { turnKey, type RunPage, type ShownCall } from '@moot/wire';
import { Icon } from '../parts/icon.tsx';
import { grouped } from '../words/numbers.ts';
import { CallDetail } from './call-detail.tsx';
import { attemptWords, callState, callsWords, costWords, tokensWords } from './calls.ts';
import type { Choice } from './researcher-run.tsx';

interface CallsSectionProps {
  readonly page: RunPage;
  readonly choice: Choice;
  /** While the replay plays, only a call that was asked for is opened. */
  readonly mayOpen: 'any' | 'chosen only';
}

/** Every attempt at a model call, and one of them open. */
export function CallsSection({ page: { id, calls }, choice, mayOpen }: CallsSectionProps) {
  const open = calls.find((call) => call.id === choice.call);
  if (calls.length === 0)
    return (
      <section className="section">
        <header>
          <h2>Model calls</h2>
        </header>
        <p className="aside">No model has been asked in this run yet.</p>
      </section>
    );
  return (
    <>
      <section className="section">
        <header>
          <h2>Model calls</h2>
          <span className="aside push">{callsWords(calls)}</span>
        </header>
        <div className="scroll-x calls-box" tabIndex={0} role="region" aria-label="Model calls">
          <CallsTable calls={calls} choice={choice} />
        </div>
      </section>
      {open && (mayOpen === 'any' || choice.isByHand) && (
        <CallDetail key={open.id} run={id} call={open} title={`${open.seat}, ${attemptWords(open, calls)}`} />
      )}
    </>
  );
}

function CallsTable({ calls, choice }: { readonly calls: readonly ShownCall[]; readonly choice: Choice }) {
  return (
    <table className="table calls">
      <thead>
        <tr>
          <th scope="col">Seat</th>
          <th scope="col">Turn</th>
          <th scope="col">Reply</th>
          <th scope="col" className="num">
            Tokens
          </th>
          <th scope="col" className="num">
            ms
          </th>
          <th scope="col" className="num">
            $
          </th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <CallRow key={call.id} call={call} calls={calls} choice={choice} />
        ))}
      </tbody>
    </table>
  );
}

interface CallRowProps {
  readonly call: ShownCall;
  readonly calls: readonly ShownCall[];
  readonly choice: Choice;
}

function CallRow({ call, calls, choice: { key, call: open, chooseCall } }: CallRowProps) {
  const { state, words } = callState(call);
  return (
    <tr className={turnKey(call) === key ? 'is-selected' : undefined}>
      <td>
        <SeatMark seat={call.seat} />
      </td>
      <td>
        <button type="button" className="call-name" aria-pressed={call.id === open} onClick={() => chooseCall(call.id)}>
          {attemptWords(call, calls)}
        </button>
      </td>
      <td>
        <span className={state === 'good' ? 'nowrap' : `nowrap ${state}`}>
          <Icon name={ICONS[state]} /> {words}
        </span>
      </td>
      <td className="num">{tokensWords(call)}</td>
      <td className="num">{grouped(call.ms)}</td>
      <td className="num">{costWords(call)}</td>
    </tr>
  );
}

const ICONS = { good: 'check', caution: 'warning', bad: 'cross' } as const;
