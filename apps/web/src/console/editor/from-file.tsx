import { useState, type ChangeEvent } from 'react';

/** A file of one's own: chosen from the disk, where this browser alone reads it, or pasted. */
export function FromFile({ take }: { readonly take: (text: string) => void }) {
  return (
    <section className="section">
      <header>
        <h2>A file</h2>
        <span className="aside">YAML or JSON. It stays in this browser until you start it.</span>
      </header>
      <div className="stack from-file">
        <FromDisk take={take} />
        <Pasted take={take} />
      </div>
    </section>
  );
}

function FromDisk({ take }: { readonly take: (text: string) => void }) {
  const [fault, say] = useState<string>();
  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return;
    const why = faultOf(file);
    say(why);
    if (why === undefined) take(await file.text());
    // So that the same file can be chosen again.
    target.value = '';
  }
  return (
    <div className="field is-start">
      <label className="btn">
        Choose a file
        <input
          type="file"
          className="visually-hidden"
          accept=".yaml,.yml,.json,text/*"
          onChange={(event) => void read(event)}
        />
      </label>
      {fault !== undefined && (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

function Pasted({ take }: { readonly take: (text: string) => void }) {
  const [pasted, paste] = useState('');
  return (
    <>
      <div className="field">
        <label className="label" htmlFor="pasted">
          Or paste it
        </label>
        <textarea
          id="pasted"
          className="input"
          rows={5}
          spellCheck={false}
          value={pasted}
          onChange={({ target }) => paste(target.value)}
        />
      </div>
      <div>
        <button type="button" className="btn" disabled={pasted.trim() === ''} onClick={() => take(pasted)}>
          Begin with this
        </button>
      </div>
    </>
  );
}

/** As much as the server reads, in bytes. */
const MOST = 200_000;

function faultOf({ name, size }: File): string | undefined {
  return size > MOST ? `${name} is too large for an experiment: at most 200 kB can be read.` : undefined;
}
