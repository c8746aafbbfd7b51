import type { Preset } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { presetsQuery } from '../asking.ts';
import { Asked } from '../parts/asked.tsx';
import { Dialog } from '../parts/dialog.tsx';
import type { Draft } from './draft.ts';
import { FromFile } from './from-file.tsx';

/** Where a new experiment begins: a preset, or a file of one's own. A draft that is there is not written over unasked. */
export function Beginning({ draft, goOn, begin }: BeginningProps) {
  const [chosen, choose] = useState<string>();
  const take = draft === undefined ? begin : choose;
  return (
    <main className="page">
      <nav className="crumbs" aria-label="Where this is">
        <Link to="/">Experiments</Link>
      </nav>
      <div className="page-head">
        <div>
          <h1>New experiment</h1>
          <p className="lede">Begin from a preset and change what you like, or from a file.</p>
        </div>
        {draft && (
          <div className="actions">
            <button type="button" className="btn" onClick={goOn}>
              Go on with the draft
            </button>
          </div>
        )}
      </div>
      <Presets take={take} />
      <FromFile take={take} />
      {chosen !== undefined && <Replace replace={() => begin(chosen)} close={() => choose(undefined)} />}
    </main>
  );
}

interface BeginningProps {
  readonly draft: Draft | undefined;
  readonly goOn: () => void;
  readonly begin: (text: string) => void;
}

function Replace({ replace, close }: { readonly replace: () => void; readonly close: () => void }) {
  return (
    <Dialog title="Replace the draft?" close={close}>
      <p>There is a draft that has not been started. It goes when you begin from something else.</p>
      <div className="row">
        <button type="button" className="btn is-primary" onClick={replace}>
          Replace it
        </button>
        <button type="button" className="btn" onClick={close}>
          Keep it
        </button>
      </div>
    </Dialog>
  );
}

function Presets({ take }: { readonly take: (text: string) => void }) {
  const query = useQuery(presetsQuery);
  return (
    <section className="section">
      <header>
        <h2>Presets</h2>
      </header>
      <Asked query={query} what="The list of presets">
        {({ presets }) => (
          <ul className="presets">
            {presets.map((preset) => (
              <Card key={preset.name} of={preset} take={take} />
            ))}
          </ul>
        )}
      </Asked>
    </section>
  );
}

function Card({ of, take }: { readonly of: Preset; readonly take: (text: string) => void }) {
  return (
    <li>
      <button type="button" className="preset" onClick={() => take(of.text)}>
        <span className="title">{of.title}</span>
        <span className="description">{of.description}</span>
        <span className="aside mono">{of.name}</span>
      </button>
    </li>
  );
}
