import type { ExperimentPage } from '@moot/wire';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { grouped } from '../words/numbers.ts';

type Arm = ExperimentPage['arms'][number];

/** How far each arm is: a square is a run, or where there are many, a bar. */
export function ArmsSection({ page }: { readonly page: ExperimentPage }) {
  return (
    <section className="section">
      <header>
        <h2>Arms</h2>
        <span className="aside">runs that have ended</span>
      </header>
      <ScrollTable
        label="Arms"
        heads={
          <>
            <th>Arm</th>
            <th className="fill">
              <span className="visually-hidden">Drawn</span>
            </th>
            <th className="num">Ended</th>
          </>
        }
      >
        {page.arms.map((arm) => (
          <Row key={arm.name} arm={arm} />
        ))}
      </ScrollTable>
    </section>
  );
}

function Row({ arm }: { readonly arm: Arm }) {
  return (
    <tr>
      <th scope="row" className="arm-name">
        <span className="serif">{arm.name}</span>
        <span className="under aside">
          {arm.protocol}, version {arm.version}
        </span>
      </th>
      <td>{arm.runs <= MOST_CELLS ? <Cells arm={arm} /> : <Bar arm={arm} />}</td>
      <td className="num">
        <b>{grouped(arm.ended)}</b>
        <span className="aside"> of {grouped(arm.runs)}</span>
      </td>
    </tr>
  );
}

/** More squares than these are not counted by looking. */
const MOST_CELLS = 60;

function Cells({ arm }: { readonly arm: Arm }) {
  return (
    <span className="cells" aria-hidden="true">
      {Array.from({ length: arm.runs }, (_each, i) => (
        <i key={i} className={i < arm.ended ? 'is-done' : undefined} />
      ))}
    </span>
  );
}

function Bar({ arm }: { readonly arm: Arm }) {
  return (
    <div className="bar" aria-hidden="true">
      {arm.ended > 0 && <i className="is-spent" style={{ flexGrow: arm.ended }} />}
      {arm.ended < arm.runs && <i className="is-free" style={{ flexGrow: arm.runs - arm.ended }} />}
    </div>
  );
}
