import { IconAlertTriangle, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly tone?: 'plain' | 'caution' | 'bad';
  readonly role?: 'status' | 'alert';
  readonly children: ReactNode;
}

/** Something to know: what happened, what has been done about it, what you can do. */
export function Notice({ tone = 'plain', role, children }: NoticeProps) {
  const { className, ink, Icon } = TONES[tone];
  return (
    <div className={className} role={role}>
      <span className={ink}>
        <Icon className="icon" aria-hidden />
      </span>
      <div>{children}</div>
    </div>
  );
}

const TONES = {
  plain: { className: 'notice', ink: '', Icon: IconInfoCircle },
  caution: { className: 'notice is-caution', ink: 'caution', Icon: IconAlertTriangle },
  bad: { className: 'notice is-bad', ink: 'bad', Icon: IconX },
};
