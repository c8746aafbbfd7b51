import type { FileFault } from '@moot/wire';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useAccount } from '../account/account.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { FaultList } from './fault-list.tsx';
import { merged } from './places.ts';
import { Side } from './side.tsx';
import { useCheck } from './use-check.ts';
import type { useDraft } from './use-draft.ts';
import { useStart } from './use-start.ts';
import { waitsFor } from './waits.ts';

const CodeEditor = lazy(() => import('./code-editor.tsx').then((module) => ({ default: module.CodeEditor })));

/** The file in its editor, what is wrong in it, and beside it what would be started. */
export function Drafting({ drafting, restart }: DraftingProps) {
  const { draft, change } = drafting;
  const { role } = useAccount();
  const { check, last, error, again } = useCheck(draft);
  const starting = useStart(drafting);
  const [spot, goTo] = useState<FileFault>();
  const found = last?.ok === false ? last.faults : undefined;
  const faults = useMemo(() => merged(found ?? [], starting.faults), [found, starting.faults]);
  const waits = waitsFor({
    text: draft.text,
    check,
    refused: starting.faults.length,
    isStarting: starting.isStarting,
    role,
  });
  function write(to: Parameters<typeof change>[0]) {
    starting.reset();
    change(to);
  }
  return (
    <main className="drafting">
      <div className="draft-main">
        <Heading restart={restart} />
        <Suspense fallback={<Waiting what="The editor is being loaded" lines={12} />}>
          <CodeEditor text={draft.text} write={(text) => write({ text })} faults={faults} spot={spot} />
        </Suspense>
        {error && (
          <Trouble what="The file could not be checked; it is kept in this browser." error={error} again={again} />
        )}
        <FaultList faults={faults} check={check} goTo={(fault) => goTo({ ...fault })} />
      </div>
      <Side draft={draft} last={last} choose={(people) => write({ people })} starting={starting} waits={waits} />
    </main>
  );
}

interface DraftingProps {
  readonly drafting: ReturnType<typeof useDraft>;
  readonly restart: () => void;
}

function Heading({ restart }: { readonly restart: () => void }) {
  return (
    <>
      <nav className="crumbs" aria-label="Where this is">
        <Link to="/">Experiments</Link>
      </nav>
      <div className="between draft-head">
        <h1>New experiment</h1>
        <button type="button" className="btn is-small" onClick={restart}>
          Begin from something else
        </button>
      </div>
    </>
  );
}
