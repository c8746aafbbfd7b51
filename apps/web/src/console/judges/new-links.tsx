import { saveFile } from '@moot/ui';
import type { Invited } from '@moot/wire';
import { Copy } from '../parts/copy.tsx';
import { Icon } from '../parts/icon.tsx';
import { counted } from '../words/numbers.ts';
import { addresses, addressOf, linksCsv } from './links.ts';

/** The links that were just made. They are not kept anywhere, so this is the one time that they can be copied. */
export function NewLinks({ experiment, links, put }: NewLinksProps) {
  const { origin } = window.location;
  return (
    <section className="new-links" aria-label="New links">
      <header className="filters">
        <div>
          <h3>{counted(links.length, 'new link')}</h3>
          <p className="aside">Copy them now: they are shown this once. Give each to one person only.</p>
        </div>
        <span className="row push wrap">
          <Copy text={addresses(links, origin)}>Copy all</Copy>
          <button
            type="button"
            className="btn is-small"
            onClick={() => saveFile(`${experiment}-links.csv`, 'text/csv', linksCsv(links, origin))}
          >
            <Icon name="down" />
            Download as CSV
          </button>
          <button type="button" className="btn is-plain is-small" onClick={put}>
            I have them
          </button>
        </span>
      </header>
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <span className="nowrap">{link.label}</span>
            <code>{addressOf(link, origin)}</code>
            <Copy text={addressOf(link, origin)} what={` the link of ${link.label}`}>
              Copy
            </Copy>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NewLinksProps {
  readonly experiment: string;
  readonly links: Invited['links'];
  /** The links have been put somewhere and can go. */
  readonly put: () => void;
}
