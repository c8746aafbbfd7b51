import { SafeText } from '@moot/ui';
import type { FileFault } from '@moot/wire';
import { Icon } from '../parts/icon.tsx';
import { faultParts, faultWords } from './places.ts';
import type { Check } from './waits.ts';

/** What is wrong in the file, each with its place; a press goes there. */
export function FaultList({ faults, check, goTo }: FaultListProps) {
  return (
    <div className="faults">
      <p className="aside" role="status">
        {said(faults.length, check)}
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={faultWords(fault)}>
            <button type="button" className="fault" onClick={() => goTo(fault)}>
              <Icon name="cross" />
              <Words of={fault} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FaultListProps {
  readonly faults: readonly FileFault[];
  readonly check: Check;
  readonly goTo: (fault: FileFault) => void;
}

function Words({ of }: { readonly of: FileFault }) {
  const { place, field, why } = faultParts(of);
  return (
    <span>
      {place}{' '}
      {field !== '' && (
        <span className="mono">
          <SafeText text={field} />
        </span>
      )}{' '}
      <SafeText text={why} />
    </span>
  );
}

function said(faults: number, check: Check): string {
  if (check.kind === 'checking') return 'Checking…';
  if (check.kind === 'unchecked') return 'Not checked.';
  return faults === 0 ? 'Checked: nothing is wrong.' : 'Press a line to go there.';
}
