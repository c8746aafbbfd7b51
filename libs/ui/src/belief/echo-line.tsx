import { Fragment, type ReactNode } from 'react';
import { SafeText } from '../text/safe-text.tsx';
import { echoOf, type Believed } from './echo.ts';

interface EchoLineProps extends Believed {
  /** 'You believe' while it may be changed, 'You believed' afterwards. */
  readonly lead: string;
  readonly children?: ReactNode;
}

/** A belief in words, as it is sent. */
export function EchoLine({ lead, children, ...believed }: EchoLineProps) {
  const { parts } = echoOf(believed);
  return (
    <p className="echo">
      {lead}:{' '}
      {parts.map(({ answer, percent }, i) => (
        <Fragment key={i}>
          {i > 0 && '; '}“<SafeText text={answer} />
          ”, <b>{percent}</b>
        </Fragment>
      ))}
      {children !== undefined && <span className="aside">{children}</span>}
    </p>
  );
}
