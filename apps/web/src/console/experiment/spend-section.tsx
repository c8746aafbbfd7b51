import type { ExperimentPage } from '@moot/wire';
import { spendWords } from '../words/progress.ts';

/** What the model calls have cost, against what they may. */
export function SpendSection({ page }: { readonly page: ExperimentPage }) {
  return (
    <section className="section">
      <header>
        <h2>Spend</h2>
      </header>
      <ul className="spend">
        {spendWords(page).map(({ name, words, share }) => (
          <li key={name}>
            <div className="between">
              <span className="label">{name}</span>
              <span className={share === 1 ? 'bad' : undefined}>{words}</span>
            </div>
            {share !== undefined && (
              <div className="bar" aria-hidden="true">
                {share > 0 && <i className="is-spent" style={{ flexGrow: share }} />}
                {share < 1 && <i className="is-free" style={{ flexGrow: 1 - share }} />}
              </div>
            )}
            {share === 1 && <p className="fault">The cap is reached: no more calls are made.</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
