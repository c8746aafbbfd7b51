import type { ExperimentPage } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { useAccount } from '../account/account.ts';
import { invitationsQuery, type Course } from '../asking.ts';
import { Asked } from '../parts/asked.tsx';
import { placesWords, suggested, unusedLinks } from '../words/invitations.ts';
import { InvitationTable } from './invitation-table.tsx';
import { InviteForm } from './invite-form.tsx';
import { NewLinks } from './new-links.tsx';
import { useNewLinks } from './use-new-links.ts';

/** Who was invited to judge, and the way to invite more. */
export function InvitationsSection({ page, course }: { readonly page: ExperimentPage; readonly course: Course }) {
  const { role } = useAccount();
  const query = useQuery(invitationsQuery(page.name, course));
  const { links, add, put } = useNewLinks(page.name);
  const unused = unusedLinks(query.data?.invitations ?? []);
  const left = page.places.total - page.places.taken;
  return (
    <section aria-label="Judges" className="stack">
      <div className="filters">
        <p>{page.people === 'simulated' ? SIMULATED : placesWords(page.places, unused)}</p>
        {role === 'researcher' && left > 0 && (
          <InviteForm experiment={page.name} likely={suggested(page.places, unused)} invited={add} />
        )}
      </div>
      {links.length > 0 && <NewLinks experiment={page.name} links={links} put={put} />}
      <Asked query={query} what="The list of invitations">
        {({ invitations }) =>
          invitations.length === 0 ? <None left={left} /> : <InvitationTable of={invitations} experiment={page.name} />
        }
      </Asked>
    </section>
  );
}

const SIMULATED = 'Simulated players judge this experiment, so nobody needs to be invited.';

function None({ left }: { readonly left: number }) {
  return (
    <div className="empty">
      <p>
        {left > 0
          ? 'Nobody has been invited yet. Each judge gets a link of their own, and needs no account.'
          : 'Nobody was invited.'}
      </p>
    </div>
  );
}
