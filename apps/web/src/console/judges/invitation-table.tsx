import type { Invitation } from '@moot/wire';
import { useState } from 'react';
import { useAccount } from '../account/account.ts';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useNow } from '../parts/use-now.ts';
import { canBeRevoked, invitationWords } from '../words/invitations.ts';
import { ago, moment } from '../words/times.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

/** Invitations, one a row, with what has become of each. */
export function InvitationTable({ of, experiment }: InvitationTableProps) {
  const [revoking, revoke] = useState<Invitation>();
  return (
    <>
      <ScrollTable
        label="Invitations"
        heads={
          <>
            <th>Invitation</th>
            <th>State</th>
            <th>Judge</th>
            <th>Runs</th>
            <th>Last act</th>
            <th>
              <span className="visually-hidden">What can be done</span>
            </th>
          </>
        }
      >
        {of.map((invitation) => (
          <Row key={invitation.id} of={invitation} revoke={() => revoke(invitation)} />
        ))}
      </ScrollTable>
      {revoking && <RevokeDialog invitation={revoking} experiment={experiment} close={() => revoke(undefined)} />}
    </>
  );
}

interface InvitationTableProps {
  readonly of: readonly Invitation[];
  readonly experiment: string;
}

function Row({ of, revoke }: { readonly of: Invitation; readonly revoke: () => void }) {
  const now = useNow();
  const { role } = useAccount();
  return (
    <tr>
      <td className="nowrap" title={`Made ${moment(of.createdAt)}`}>
        {of.label}
      </td>
      <td className="nowrap">{invitationWords(of.state)}</td>
      <td>{of.judge ?? <span className="aside">no one yet</span>}</td>
      <td>
        <Done of={of} />
      </td>
      <td className="nowrap">{of.lastAt === null ? <span className="aside">none</span> : ago(of.lastAt, now)}</td>
      <td className="num">
        {role === 'researcher' && canBeRevoked(of.state) && (
          <button type="button" className="btn is-plain is-small is-text" onClick={revoke}>
            Revoke
            <span className="visually-hidden"> {of.label}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

/** Beyond these a row of ticks says no more than its words. */
const MOST_TICKS = 24;

function Done({ of }: { readonly of: Invitation }) {
  if (of.total === 0) return <span className="aside">none given</span>;
  return (
    <span className="row nowrap">
      {of.total <= MOST_TICKS && (
        <span className="heat" aria-hidden="true">
          {Array.from({ length: of.total }, (_each, i) => (
            <i key={i} className={i < of.done ? 'is-done' : undefined} />
          ))}
        </span>
      )}
      {of.done} of {of.total}
    </span>
  );
}
