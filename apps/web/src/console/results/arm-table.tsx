import type { ArmResult } from '@moot/wire';
import { armWords } from './arms.ts';

/** The numbers behind the figure, and those that have no figure. */
export function ArmTable({ arms }: { readonly arms: readonly ArmResult[] }) {
  return (
    <section className="section">
      <header>
        <h2>The arms in numbers</h2>
        <span className="aside">
          The Brier score is the squared distance of the probability on the truth from 1: 0 is best, lower is better.
        </span>
      </header>
      <div className="scroll-x" tabIndex={0} role="region" aria-label="The arms in numbers">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Arm</th>
              {HEADS.map((head) => (
                <th key={head} scope="col" className="num">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {arms.map((result) => (
              <ArmRow key={result.arm} result={result} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ArmRow({ result }: { readonly result: ArmResult }) {
  const words = armWords(result);
  return (
    <tr>
      <th scope="row">
        {words.arm} {words.simulated !== undefined && <span className="chip is-caution">{words.simulated}</span>}
      </th>
      <td className="num">{words.verdicts}</td>
      <td className="num">{words.judges}</td>
      <td className="num">{words.abstained}</td>
      <td className="num">
        <b>{words.accuracy}</b>
      </td>
      <td className="num">{words.interval}</td>
      <td className="num">{words.meanPCorrect}</td>
      <td className="num">{words.brier}</td>
    </tr>
  );
}

const HEADS = [
  'Verdicts',
  'Judges',
  'Abstained',
  'Right',
  '95\u00a0% interval',
  'Mean probability on the truth',
  'Brier score',
];
