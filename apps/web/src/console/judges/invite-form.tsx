import { ENDPOINTS, type Invited } from '@moot/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { ask } from '../../app/api.ts';
import { Trouble } from '../parts/trouble.tsx';
import { askedFor } from '../words/invitations.ts';

/** Makes links for so many judges. */
export function InviteForm({ experiment, likely, invited }: InviteFormProps) {
  const [written, write] = useState<string>();
  const shown = written ?? String(likely);
  const asked = askedFor(shown);
  const why = 'why' in asked ? asked.why : undefined;
  const { mutate, isPending, error } = useInvite(experiment, invited);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if ('judges' in asked) mutate(asked.judges, { onSuccess: () => write(undefined) });
  }
  return (
    <form className="invite" onSubmit={submit}>
      <label htmlFor="judges" className="label">
        Judges
      </label>
      <input
        id="judges"
        className={why === undefined ? 'input' : 'input has-fault'}
        inputMode="numeric"
        autoComplete="off"
        value={shown}
        aria-invalid={why !== undefined}
        aria-describedby="judges-why"
        onChange={({ target }) => write(target.value)}
      />
      <button type="submit" className="btn is-primary" disabled={isPending || why !== undefined}>
        {isPending ? 'Inviting…' : 'Invite judges'}
      </button>
      <span id="judges-why" className="fault" aria-live="polite">
        {why}
      </span>
      {error && <Trouble what="Nobody was invited." error={error} />}
    </form>
  );
}

function useInvite(experiment: string, invited: InviteFormProps['invited']) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (judges: number) => ask(ENDPOINTS.invite, { path: { experiment }, body: { judges } }),
    onSuccess({ links }) {
      invited(links);
      return queries.invalidateQueries({ queryKey: ['experiment', experiment] });
    },
  });
}

interface InviteFormProps {
  readonly experiment: string;
  /** How many judges one is likely to want. */
  readonly likely: number;
  readonly invited: (links: Invited['links']) => void;
}
