import { showRun, type ShownCall, type ShownFailure, type ShownRun } from '@moot/store';
import { json, tableOf, type Output } from '../output.ts';
import { shown } from '../text.ts';
import { withEngine } from '../with-engine.ts';

export interface ShowOptions {
  readonly calls?: true;
  readonly json?: true;
}

/** Shows one run: who sat where, what was said, what failed. The truth is marked, so this is for researchers. */
export async function showVerb(id: string, options: ShowOptions, output: Output): Promise<void> {
  const run = await withEngine(({ means }) => showRun(means.database, id));
  if (!run) throw new Error(`there is no run ${id}; moot ls runs <experiment> lists them`);
  output.line(options.json ? json(run) : inWords(run, options));
}

function inWords(run: ShownRun, { calls: isWithCalls }: ShowOptions): string {
  const made = isWithCalls ? calls(run.calls) : [callsInShort(run.calls)];
  return [...head(run), '', ...run.moves.flatMap(move), ...failures(run.failures), ...made].join('\n');
}

function head(run: ShownRun): readonly string[] {
  const options = run.options.map((option, i) => `  ${i === run.truth ? '✓' : ' '} ${seatFor(run, i)}${shown(option)}`);
  const seats = Object.entries(run.seats).map(
    ([seat, sitter]) =>
      `${seat}: ${sitter.kind === 'model' ? sitter.model : sitter.kind === 'script' ? `script/${sitter.script}` : (sitter.participant ?? 'people')}`,
  );
  return [
    `run ${run.id} · ${run.experiment} / ${run.arm} · ${run.protocol} ${run.version} · ${run.state}${run.awaits.length > 0 ? ` for ${run.awaits.join(', ')}` : ''}`,
    shown(`${run.question}: ${run.prompt}`),
    ...options,
    shown(seats.join(' · ')),
  ];
}

/** Which seat argues for an option, if seats have sides. */
function seatFor({ sides, seats }: ShownRun, option: number): string {
  const names = ['A', 'B'].filter((seat) => seat in seats);
  const seat = names[sides.indexOf(option)];
  return seat === undefined ? '' : `${seat}: `;
}

function move(made: ShownRun['moves'][number]): readonly string[] {
  const { seat, kind, at, version, by } = made;
  const title = `── ${seat} · ${kind} · ${at}${version > 1 ? ` · version ${version}` : ''} · ${shown(by)}`;
  return [title, ...said(made), ''];
}

/** What a move says, whatever its kind: texts as they are, the rest as fields. */
function said({
  seat: _seat,
  kind: _kind,
  at: _at,
  version: _version,
  by: _by,
  rests: _rests,
  madeAt: _madeAt,
  ...fields
}: ShownRun['moves'][number]): readonly string[] {
  return Object.entries(fields).map(([name, value]) => {
    if (name === 'text' || name === 'reason') return shown(String(value));
    return `${name}: ${shown(JSON.stringify(value))}`;
  });
}

function failures(failed: readonly ShownFailure[]): readonly string[] {
  return failed.flatMap(({ seat, kind, at, version, cause, words, settledHow, settledBy, settledWhy }) => [
    `── failed: ${seat} ${kind} @${at}${version > 1 ? ` v${version}` : ''} · ${cause}${settledHow === null ? ' · waits for moot retry or moot pass' : ` · ${settledHow} by ${settledBy ?? ''}${settledWhy === null ? '' : `: ${shown(settledWhy)}`}`}`,
    shown(words),
    '',
  ]);
}

function calls(made: readonly ShownCall[]): readonly string[] {
  const rows = made.map(
    ({ seat, kind, at, attempt, model, status, cause, fault, promptTokens, replyTokens, costUsd, ms }) => [
      seat,
      kind,
      at,
      attempt,
      model,
      status,
      fault ?? cause ?? '',
      promptTokens,
      replyTokens,
      costUsd?.toFixed(4),
      ms,
    ],
  );
  return rows.length === 0
    ? []
    : [tableOf(['seat', 'kind', 'at', 'attempt', 'model', 'status', 'why', 'in', 'out', 'USD', 'ms'], rows)];
}

function callsInShort(made: readonly ShownCall[]): string {
  const failed = made.filter(({ status, fault }) => status !== 'ok' || fault !== null).length;
  return `${made.length} model calls${failed > 0 ? `, ${failed} of them without use` : ''} (--calls shows them; results.model_calls has prompts and replies)`;
}
