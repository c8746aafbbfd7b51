import { Notice } from '@moot/ui';
import type { Checked, PlanSummary } from '@moot/wire';
import { Segments } from '../parts/segments.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { counted, grouped } from '../words/numbers.ts';
import type { Draft } from './draft.ts';
import type { useStart } from './use-start.ts';

/** Beside the file: who takes people's seats, what would be started, and the start. */
export function Side({ draft, last, choose, starting, waits }: SideProps) {
  return (
    <aside className="draft-side stack">
      <section className="field">
        <span className="label">Who takes people’s seats</span>
        <Segments label="Who takes people’s seats" options={PEOPLE} chosen={draft.people} choose={choose} />
        <span className="aside">
          {draft.people === 'people'
            ? 'Judges you invite, each by a link of their own.'
            : 'Simulated players. What comes of it says nothing about people.'}
        </span>
      </section>
      <section className="section">
        <h2>What will be started</h2>
        {last?.ok ? <Plan plan={last.plan} /> : <p className="aside">It is shown once the file has no faults.</p>}
      </section>
      <section className="section stack is-tight">
        <button
          type="button"
          className="btn is-primary is-wide"
          disabled={waits !== undefined}
          aria-describedby="start-words"
          onClick={starting.start}
        >
          {starting.isStarting ? 'Starting…' : 'Freeze and start'}
        </button>
        <p id="start-words" className="aside" role="status">
          {waits ?? 'A frozen plan never changes.'}
        </p>
        {starting.error && <Trouble what="It has not been started; nothing is lost." error={starting.error} />}
      </section>
    </aside>
  );
}

interface SideProps {
  readonly draft: Draft;
  readonly last: Checked | undefined;
  readonly choose: (people: Draft['people']) => void;
  readonly starting: ReturnType<typeof useStart>;
  /** What the start waits for. */
  readonly waits: string | undefined;
}

const PEOPLE = [
  { value: 'people', words: 'people' },
  { value: 'simulated', words: 'simulated players' },
] as const;

function Plan({ plan }: { readonly plan: PlanSummary }) {
  return (
    <>
      <table className="table">
        <tbody>
          <Line name="Runs" words={grouped(plan.runs)} />
          <Line name="Questions" words={grouped(plan.questions)} />
          <Line name="Judges needed" words={plan.judges === 0 ? 'none' : grouped(plan.judges)} />
          {plan.arms.map((arm) => (
            <Line
              key={arm.name}
              name={arm.name}
              under={`${arm.protocol}, version ${arm.version}`}
              words={counted(arm.runs, 'run')}
            />
          ))}
        </tbody>
      </table>
      {plan.cautions.map((caution) => (
        <Notice key={caution} tone="caution">
          {caution}
        </Notice>
      ))}
    </>
  );
}

function Line({ name, under, words }: { readonly name: string; readonly under?: string; readonly words: string }) {
  return (
    <tr>
      <td>
        {name}
        {under !== undefined && <span className="under aside">{under}</span>}
      </td>
      <td className="num">{words}</td>
    </tr>
  );
}
