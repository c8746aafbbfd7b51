import type { Turn } from '@moot/protocol';
import { beginRun, showRun, type ShownCall, type ShownFailure, type ShownRun } from '@moot/store';
import { z } from 'zod';
import { withWorld } from '../opened.ts';
import { json, type Output } from '../output.ts';
import { tableOf } from '../table.ts';
import { block, shownInLine } from '../text.ts';
import { turnName } from '../turn-name.ts';
import { openTurn, runOf } from '../turns.ts';

export interface ShowOptions {
  readonly calls?: true;
  readonly turn?: string;
  readonly json?: true;
}

/** Shows one run: who sat where, what was said, what failed. The truth is marked, so this is for researchers. */
export async function showVerb(
  id: string,
  { calls: isWithCalls, turn, json: isJson }: ShowOptions,
  output: Output,
): Promise<void> {
  if (turn !== undefined) {
    await showTurn(id, turn, output);
    return;
  }
  const { run, open } = await withWorld(async ({ means, world }) => ({
    run: await showRun(means.database, id),
    open: (await world.run(id))?.table.next() ?? [],
  }));
  if (!run) throw new Error(`there is no run ${id}; moot ls runs <experiment> lists them`);
  if (isJson) {
    output.line(json({ ...run, open }));
    return;
  }
  const { width } = output;
  const made = isWithCalls ? calls(run.calls, width) : callsInShort(run.calls);
  const parts = [head(run, width), ...run.moves.map((each) => move(each, width)), ...failures(run.failures, width)];
  output.line([...parts, ...openTurns(run, open), made].join('\n\n'));
}

/** What whoever takes an open turn is given to read: no truth, and nothing else that their seat may not see. */
async function showTurn(id: string, name: string, output: Output): Promise<void> {
  const { messages } = await withWorld(async ({ world, means }) => {
    const run = await runOf(world, id);
    await beginRun(means, run);
    return run.table.prompt(openTurn(run, name));
  });
  output.line(messages.map(({ content }) => block(content, output.width)).join('\n\n'));
}

function head(run: ShownRun, width: number | undefined): string {
  const waits = run.awaits.length > 0 ? ` for ${run.awaits.join(', ')}` : '';
  const options = run.options.map(
    (option, i) =>
      `  ${i === run.truth ? '✓' : ' '} ${seatFor(run, i)}${shownInLine(option)} (listed as ${run.listed.indexOf(i) + 1})`,
  );
  const seats = Object.entries(run.seats).map(([seat, sitter]) => `  ${seat}: ${shownInLine(nameOf(sitter))}`);
  return [
    `run ${run.id} · ${run.experiment} / ${run.arm} · ${run.protocol} ${run.version} · ${run.state}${waits}`,
    `question ${shownInLine(run.question)}`,
    block(run.prompt, width),
    ...options,
    'seats',
    ...seats,
  ].join('\n');
}

function nameOf(sitter: ShownRun['seats'][string]): string {
  switch (sitter.kind) {
    case 'model':
      return sitter.participant === undefined ? sitter.model : `${sitter.participant} (${sitter.model})`;
    case 'script':
      return `script/${sitter.script}`;
    case 'person':
      return sitter.participant ?? 'people';
  }
}

/** Which seat argues for an option, if seats have sides. */
function seatFor({ sides, seats }: ShownRun, option: number): string {
  const names = ['A', 'B'].filter((seat) => seat in seats);
  const seat = names[sides.indexOf(option)];
  return seat === undefined ? '' : `${seat}: `;
}

type Made = ShownRun['moves'][number];

function move(made: Made, width: number | undefined): string {
  const { seat, kind, at, version, by } = made;
  const title = [seat, kind, at, ...(version > 1 ? [`version ${version}`] : []), by].map(shownInLine).join(' · ');
  return [`── ${title}`, ...said(made).map((line) => block(line, width))].join('\n');
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
}: Made): readonly string[] {
  return Object.entries(fields).map(([name, value]) =>
    name === 'text' || name === 'reason' ? String(value) : `${name}: ${inShort(value)}`,
  );
}

/** What was checked one by one, such as quotes, is counted by what came of it; --json has all of it. */
function inShort(value: unknown): string {
  const checked = Checked.safeParse(value);
  if (!checked.success) return JSON.stringify(value);
  const counts = new Map<string, number>();
  for (const { status } of checked.data) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ') || 'none';
}

const Checked = z.array(z.object({ status: z.string() }));

function failures(failed: readonly ShownFailure[], width: number | undefined): readonly string[] {
  return failed.map(
    (each) => `── failed: ${turnName(each)} · ${each.cause} · ${settled(each)}\n${block(each.words, width)}`,
  );
}

function settled({ settledHow, settledBy, settledWhy }: ShownFailure): string {
  if (settledHow === null) return 'waits for moot retry or moot pass';
  return shownInLine(`${settledHow} by ${settledBy ?? ''}${settledWhy === null ? '' : `: ${settledWhy}`}`);
}

/** What a person can take now, as moot submit wants it named. */
function openTurns({ id, seats }: ShownRun, open: readonly Turn[]): readonly string[] {
  const own = open.filter(({ seat }) => seats[seat]?.kind === 'person');
  return own.map((turn) => {
    const name = turnName(turn);
    return `── open: ${name} · to be read with moot show ${id} --turn "${name}", taken with moot submit ${id} "${name}" --by … --reply …`;
  });
}

function calls(made: readonly ShownCall[], width: number | undefined): string {
  const head = ['turn', 'part', 'attempt', 'model', 'status', 'why', 'in', 'out', 'USD', 'ms'];
  const rows = made.map((each) => [
    turnName(each),
    each.part,
    each.attempt,
    each.model,
    each.status,
    each.fault ?? each.cause,
    each.promptTokens,
    each.replyTokens,
    each.costUsd?.toFixed(4),
    each.ms,
  ]);
  return rows.length === 0 ? 'No model was asked.' : tableOf(head, rows, width);
}

function callsInShort(made: readonly ShownCall[]): string {
  const failed = made.filter(({ status, fault }) => status !== 'ok' || fault !== null).length;
  return `${made.length} model calls${failed > 0 ? `, ${failed} of them without use` : ''} (--calls shows them; results.model_calls has prompts and replies)`;
}
