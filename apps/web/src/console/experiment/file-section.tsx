import { saveFile } from '@moot/ui';
import type { ExperimentPage } from '@moot/wire';
import { CodeLines } from '../parts/code-lines.tsx';
import { Copy } from '../parts/copy.tsx';
import { Icon } from '../parts/icon.tsx';

/** The file as it was frozen. */
export function FileSection({ page }: { readonly page: ExperimentPage }) {
  return (
    <section aria-label="File" className="file">
      <div className="filters">
        <p className="aside">
          Frozen under <span className="mono">{page.hash.slice(0, 12)}</span>. A frozen plan never changes.
        </p>
        <span className="row push">
          <Copy text={page.file}>Copy</Copy>
          <button
            type="button"
            className="btn is-small"
            onClick={() => saveFile(`${page.name}.yaml`, 'application/yaml', page.file)}
          >
            <Icon name="down" />
            Download
          </button>
        </span>
      </div>
      <CodeLines text={page.file} label="The experiment as YAML" />
    </section>
  );
}
