import { z } from 'zod';
import * as c from './console.ts';
import * as d from './desk.ts';
import * as r from './runs.ts';

/** One thing that can be asked over HTTP: where, with which body, and what comes back. `:name` in a path is filled in. */
export interface Endpoint<B extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: B;
  readonly reply: R;
}

const nothing = z.object({});

/** Everything that the browser asks over HTTP, and scripts may ask as well. */
export const ENDPOINTS = {
  // Accounts
  signIn: { method: 'POST', path: '/api/account/sign-in', body: c.SignIn, reply: c.Account },
  signOut: { method: 'POST', path: '/api/account/sign-out', body: nothing, reply: nothing },
  account: { method: 'GET', path: '/api/account', reply: z.object({ account: c.Account.nullable() }) },

  // Data sets
  datasets: { method: 'GET', path: '/api/datasets', reply: z.object({ datasets: z.array(c.ListedDataset) }) },
  questions: { method: 'GET', path: '/api/datasets/:dataset/questions', reply: c.QuestionPage },
  source: { method: 'GET', path: '/api/datasets/:dataset/sources/:source', reply: c.SourceText },

  // Experiments
  presets: { method: 'GET', path: '/api/presets', reply: z.object({ presets: z.array(c.Preset) }) },
  experimentSchema: { method: 'GET', path: '/api/experiment-schema', reply: z.record(z.string(), z.unknown()) },
  check: { method: 'POST', path: '/api/experiments/check', body: c.CheckExperiment, reply: c.Checked },
  start: { method: 'POST', path: '/api/experiments', body: c.StartExperiment, reply: c.StartedExperiment },
  experiments: {
    method: 'GET',
    path: '/api/experiments',
    reply: z.object({ experiments: z.array(c.ListedExperiment) }),
  },
  experiment: { method: 'GET', path: '/api/experiments/:experiment', reply: c.ExperimentPage },
  runs: { method: 'GET', path: '/api/experiments/:experiment/runs', reply: c.RunList },
  watchable: { method: 'GET', path: '/api/experiments/:experiment/watchable', reply: c.Watchable },
  results: { method: 'GET', path: '/api/experiments/:experiment/results', reply: c.Results },
  invitations: {
    method: 'GET',
    path: '/api/experiments/:experiment/invitations',
    reply: z.object({ invitations: z.array(c.Invitation) }),
  },
  invite: { method: 'POST', path: '/api/experiments/:experiment/invitations', body: c.Invite, reply: c.Invited },
  revoke: { method: 'POST', path: '/api/invitations/:invitation/revoke', body: nothing, reply: nothing },

  // Runs
  run: { method: 'GET', path: '/api/runs/:run', reply: r.RunPage },
  call: { method: 'GET', path: '/api/runs/:run/calls/:call', reply: r.CallText },
  judgeAgain: { method: 'POST', path: '/api/runs/:run/judgments', body: r.JudgeAgain, reply: r.JudgedAgain },
  settle: { method: 'POST', path: '/api/runs/:run/settle', body: r.Settle, reply: r.Settled },

  // The judge's desk
  enter: { method: 'POST', path: '/api/desk/:invitation/session', body: d.Enter, reply: nothing },
  desk: { method: 'GET', path: '/api/desk/:invitation', reply: d.Desk },
  step: { method: 'POST', path: '/api/desk/:invitation/steps', body: d.StepAnswer, reply: d.Desk },
  begin: { method: 'POST', path: '/api/desk/:invitation/runs/:run/beginnings', body: d.Begin, reply: d.Desk },
  submit: { method: 'POST', path: '/api/desk/:invitation/runs/:run/submissions', body: d.Submit, reply: d.Submission },
  takeBack: {
    method: 'POST',
    path: '/api/desk/:invitation/runs/:run/taken-back',
    body: d.TakeBack,
    reply: d.Submission,
  },
  amend: { method: 'POST', path: '/api/desk/:invitation/runs/:run/amendments', body: d.Amend, reply: d.Amendment },
} as const satisfies Record<string, Endpoint>;
