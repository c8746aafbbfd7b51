import { SafeText } from '@moot/ui';
import type { RunPage } from '@moot/wire';
import { Link } from '@tanstack/react-router';
import { beliefInShort, type Sides } from './beliefs.ts';
import { JudgeAgainForm } from './judge-again-form.tsx';

/** All judgments of the transcript, and a form for one more. */
export function JudgmentsSection({ page, sides }: { readonly page: RunPage; readonly sides: Sides }) {
  const mayJudge = page.judged !== null || page.state === 'ended';
  if (!mayJudge) return null;
  return (
    <section className="section">
      <header>
        <h2>Judgments</h2>
        <span className="aside">What judges of this transcript believed in the end.</span>
      </header>
      <ul className="judgments">
        {page.judgments.map((judgment) => (
          <li key={`${judgment.run} ${judgment.seat}`}>
            <span className="mono">
              <SafeText text={judgment.judge} />
            </span>
            <span>{valueOf(judgment, sides)}</span>
            <Place judgment={judgment} here={page.id} />
          </li>
        ))}
      </ul>
      <JudgeAgainForm run={page.id} />
    </section>
  );
}

type Judgment = RunPage['judgments'][number];

function valueOf({ belief, state }: Judgment, sides: Sides): string {
  if (belief) return beliefInShort(belief, sides);
  return state === 'ended' ? 'no verdict' : 'under way';
}

function Place({ judgment: { run, judging }, here }: { readonly judgment: Judgment; readonly here: string }) {
  if (run === here) return <span className="aside">{judging}, this run</span>;
  return (
    <Link to="/runs/$run" params={{ run }}>
      {judging}
    </Link>
  );
}
