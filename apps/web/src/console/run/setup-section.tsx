import { SafeText, SeatMark, seatName } from '@moot/ui';
import type { RunPage } from '@moot/wire';
import type { Sides } from './beliefs.ts';
import { Facts } from './facts.tsx';
import { attackIn, ordersWords, plainSettings, setupText } from './setup-words.ts';

/** How the run was set up: by which rules, in which orders, with whom. */
export function SetupSection({ page, sides }: { readonly page: RunPage; readonly sides: Sides }) {
  const { protocol, version, question, replicate, seed, setup } = page;
  const attack = attackIn(page.judged?.setup ?? setup);
  const orders = ordersWords(page, sides).join('; ');
  return (
    <section className="section">
      <header>
        <h2>Setup</h2>
      </header>
      <Facts
        facts={[
          { name: 'Protocol', value: `${protocol}, version ${version}` },
          ...(orders === '' ? [] : [{ name: 'Orders', value: orders }]),
          { name: 'Seed', value: <span className="mono">{seed}</span> },
          {
            name: 'Question',
            value: (
              <span className="mono">
                <SafeText text={question} />
              </span>
            ),
          },
          { name: 'Replicate', value: replicate },
          { name: 'Seats', value: <Seats seats={page.seats} /> },
          ...(attack ? [{ name: 'Attack', value: <Attack {...attack} /> }] : []),
          ...plainSettings(setup).map(({ name, value }) => ({ name, value: <SafeText text={value} /> })),
        ]}
      />
      <details>
        <summary>The whole setup</summary>
        <div className="prompt" tabIndex={0} role="region" aria-label="The whole setup">
          <SafeText text={setupText(setup)} />
        </div>
      </details>
    </section>
  );
}

function Attack({ seat, strategy }: { readonly seat: string; readonly strategy: string }) {
  return (
    <>
      {seatName(seat)} was told, and nobody else: “<SafeText text={strategy} />”
    </>
  );
}

function Seats({ seats }: Pick<RunPage, 'seats'>) {
  return (
    <ul className="seats">
      {seats.map(({ seat, role, sitter, isSimulated }) => (
        <li key={seat}>
          <SeatMark seat={seat} />
          <span>
            {role}: <span className="mono">{sitter}</span>
          </span>
          {isSimulated && <span className="chip is-caution">simulated</span>}
        </li>
      ))}
    </ul>
  );
}
