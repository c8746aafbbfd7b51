import { SafeText } from '@moot/ui';
import type { ListedQuestion } from '@moot/wire';
import { useAccount } from '../account/account.ts';
import { Icon } from '../parts/icon.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { grouped } from '../words/numbers.ts';
import type { NamedSource } from './source-panel.tsx';

/** Questions with their options; which one is true is marked for researchers alone. */
export function QuestionTable({ questions, show }: QuestionTableProps) {
  return (
    <ScrollTable
      label="Questions"
      look="table is-roomy questions"
      heads={
        <>
          <th>Question</th>
          <th>Options</th>
          <th>Source</th>
        </>
      }
    >
      {questions.map((question) => (
        <Row key={question.id} of={question} show={show} />
      ))}
    </ScrollTable>
  );
}

interface QuestionTableProps {
  readonly questions: readonly ListedQuestion[];
  readonly show: (source: NamedSource) => void;
}

function Row({ of, show }: { readonly of: ListedQuestion; readonly show: (source: NamedSource) => void }) {
  return (
    <tr>
      <td className="prompt">
        <span className="serif">
          <SafeText text={of.prompt} />
        </span>
        <span className="under aside">
          <span className="mono">
            <SafeText text={of.key} />
          </span>
          {of.difficulty !== null && <SafeText text={`, ${of.difficulty}`} />}
        </span>
      </td>
      <td>
        <Options of={of} />
      </td>
      <td>{of.source ? <Source of={of.source} show={show} /> : <span className="aside">none</span>}</td>
    </tr>
  );
}

function Options({ of }: { readonly of: ListedQuestion }) {
  const { role } = useAccount();
  const truth = role === 'researcher' ? of.truth : undefined;
  return (
    <ul className="listed-options">
      {of.options.map((option, i) => (
        <li key={i} className={i === truth ? 'is-true' : undefined}>
          <SafeText text={option} />
          {i === truth && (
            <span className="chip">
              <Icon name="check" />
              true
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface SourceProps {
  readonly of: NonNullable<ListedQuestion['source']>;
  readonly show: (source: NamedSource) => void;
}

function Source({ of, show }: SourceProps) {
  const title = of.title ?? of.key;
  return (
    <>
      <button type="button" className="btn is-plain is-small is-text" onClick={() => show({ id: of.id, title })}>
        <SafeText text={title} />
      </button>
      <span className="under aside">{`${grouped(of.words)} words`}</span>
    </>
  );
}
