import { SafeText } from '@moot/ui';
import { useQuery } from '@tanstack/react-query';
import { sourceQuery } from '../asking.ts';
import { Asked } from '../parts/asked.tsx';
import { Dialog } from '../parts/dialog.tsx';

/** The text that questions are about, at the side of their list. */
export function SourcePanel({ dataset, source, close }: SourcePanelProps) {
  const query = useQuery(sourceQuery(dataset, source.id));
  return (
    <Dialog title={source.title} place="side" close={close}>
      <Asked query={query} what="The text">
        {({ text }) => (
          <div className="source-text" tabIndex={0} role="region" aria-label="Text">
            <SafeText text={text} />
          </div>
        )}
      </Asked>
    </Dialog>
  );
}

export interface NamedSource {
  readonly id: string;
  readonly title: string;
}

interface SourcePanelProps {
  readonly dataset: string;
  readonly source: NamedSource;
  readonly close: () => void;
}
