import { ENDPOINTS, type Invitation } from '@moot/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../app/api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Trouble } from '../parts/trouble.tsx';

/** Asks before a link is taken back, and says what that does. */
export function RevokeDialog({ invitation, experiment, close }: RevokeDialogProps) {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => ask(ENDPOINTS.revoke, { path: { invitation: invitation.id }, body: {} }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['experiment', experiment] });
      close();
    },
  });
  return (
    <Dialog title={`Revoke ${invitation.label}?`} close={close}>
      <p>
        {invitation.judge ?? 'Whoever has the link'} cannot go on judging. What they gave stays. This cannot be undone;
        you can invite somebody else.
      </p>
      {error && <Trouble what="The invitation was not revoked." error={error} />}
      <div className="row">
        <button type="button" className="btn is-primary" disabled={isPending} onClick={() => mutate()}>
          {isPending ? 'Revoking…' : 'Revoke'}
        </button>
        <button type="button" className="btn" onClick={close}>
          Keep it
        </button>
      </div>
    </Dialog>
  );
}

interface RevokeDialogProps {
  readonly invitation: Invitation;
  readonly experiment: string;
  readonly close: () => void;
}
