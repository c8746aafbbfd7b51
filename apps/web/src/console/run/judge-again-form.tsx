import { ENDPOINTS, Shown, type JudgeAgain } from '@moot/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { ask } from '../../app/api.ts';
import { Trouble } from '../parts/trouble.tsx';
import { runQuery } from './asking.ts';

/** Has a model judge the transcript again. */
export function JudgeAgainForm({ run }: { readonly run: string }) {
  const [model, setModel] = useState('sim/judge');
  const [shown, setShown] = useState<Choice>('whole');
  const { mutate, isPending, error } = useJudgeAgain(run);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    mutate({ model, shown });
  }
  return (
    <form className="judge-again" onSubmit={submit}>
      <label className="label" htmlFor="again-model">
        Model
      </label>
      <input
        id="again-model"
        className="input mono"
        autoComplete="off"
        spellCheck={false}
        required
        value={model}
        onChange={({ target }) => setModel(target.value)}
      />
      <label className="label" htmlFor="again-shown">
        Shown
      </label>
      <ShownChoice shown={shown} choose={setShown} />
      <button type="submit" className="btn" disabled={isPending || model.trim() === ''}>
        {isPending ? 'Being begun…' : 'Judge this again'}
      </button>
      {error && <Trouble what="It is not judged again." error={error} />}
    </form>
  );
}

interface ShownChoiceProps {
  readonly shown: Choice;
  readonly choose: (shown: Choice) => void;
}

function ShownChoice({ shown, choose }: ShownChoiceProps) {
  return (
    <select
      id="again-shown"
      className="input"
      value={shown}
      onChange={({ target }) => choose(CHOICES.find((choice) => choice === target.value) ?? 'whole')}
    >
      {CHOICES.map((choice) => (
        <option key={choice} value={choice}>
          {WORDS[choice]}
        </option>
      ))}
    </select>
  );
}

/** A limit of time holds people alone, and here a model judges. */
const CHOICES = Shown.exclude(['timed']).options;
type Choice = (typeof CHOICES)[number];
const WORDS: Readonly<Record<Choice, string>> = { whole: 'all at once', stepped: 'step by step' };

function useJudgeAgain(run: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: JudgeAgain) => ask(ENDPOINTS.judgeAgain, { path: { run }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: runQuery(run).queryKey, exact: true }),
  });
}
