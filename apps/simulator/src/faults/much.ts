import { setImmediate } from 'node:timers/promises';
import { reached, STREAM, written } from '../chat/answer.ts';
import { wholeBody, type Completion } from '../chat/completion.ts';
import type { Sending } from './play.ts';

/** Sends a reply of so many bytes, or without end, a little at a time and no faster than it is read. */
export async function sendMuch({ line, request, completion }: Sending, bytes: number): Promise<void> {
  if (!(await reached(line, 0))) return;
  const { isStreamed } = request;
  const [start, piece, end] = isStreamed ? streamOf(completion) : wholeOf(completion);
  line.response.writeHead(200, isStreamed ? STREAM : { 'content-type': 'application/json' });
  line.response.write(start);

  for (let sent = 0; sent < bytes; sent += WORDS.length) {
    if (!(await written(line, piece))) return;
    await setImmediate();
  }
  line.response.end(end);
}

const WORDS = 'and so on '.repeat(800);

/** What stands before the words, the words themselves, and what stands behind them. */
type Parts = readonly [start: string, piece: string, end: string];

function streamOf({ id, created, model }: Completion): Parts {
  const event = (delta: object, finish_reason: 'stop' | null): string => {
    const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
    return `data: ${JSON.stringify({ id, created, model, object: 'chat.completion.chunk', choices })}\n\n`;
  };
  return [
    event({ role: 'assistant', content: '' }, null),
    event({ content: WORDS }, null),
    `${event({}, 'stop')}data: [DONE]\n\n`,
  ];
}

function wholeOf(completion: Completion): Parts {
  const mark = 'here it goes';
  const [start = '', end = ''] = wholeBody({ ...completion, tokens: [mark], logprobs: undefined }).split(mark);
  return [start, WORDS, end];
}
