import { SafeText } from '@moot/ui';
import type { RunPage } from '@moot/wire';
import { auditWords } from './settling.ts';

/** What people decided about the run, the latest first. */
export function AuditSection({ audit }: Pick<RunPage, 'audit'>) {
  if (audit.length === 0) return null;
  const latestFirst = audit.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section className="section">
      <header>
        <h2>Audit</h2>
        <span className="aside">Who did what, when and why.</span>
      </header>
      <ul className="audit">
        {latestFirst.map((entry, i) => (
          <li key={i}>
            <SafeText text={auditWords(entry)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
