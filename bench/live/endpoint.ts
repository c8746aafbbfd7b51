import { createServer, type ServerResponse } from 'node:http';
import { stamp } from './stamp.ts';

/** What a model says in the benchmark: so many words, so many of them a second. */
interface Speech {
  readonly words: number;
  readonly rate: number;
}

export interface Speaking extends Speech {
  /** All begin when so many have been asked for. */
  readonly calls: number;
  readonly begun: () => void;
  readonly ended: () => void;
}

/** A chat endpoint whose words say when they were sent. */
export function stampingEndpoint({ words, rate, calls, begun, ended }: Speaking) {
  const waiting: ServerResponse[] = [];
  let left = calls;
  const spoken = () => {
    left -= 1;
    if (left === 0) ended();
  };
  return createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      waiting.push(response);
      if (waiting.length !== calls) return;
      begun();
      for (const each of waiting) speak(each, { words, rate }, spoken);
    });
  });
}

/** Says a word at each moment that its rate gives, from a moment of its own on, so that not all speak at once. */
function speak(response: ServerResponse, { words, rate }: Speech, spoken: () => void): void {
  const since = performance.now() + (Math.random() * 1000) / rate;
  let said = 0;
  const next = () => {
    // Where the machine was late, the words that were due come each with the moment at which they really leave.
    while (said < words && performance.now() >= dueAt(said)) {
      response.write(piece({ content: `${said === 0 ? '<speech>' : ''}${stamp()} ` }));
      said += 1;
    }
    if (said < words) {
      setTimeout(next, Math.max(0, dueAt(said) - performance.now()));
      return;
    }
    response.end(`${piece({ content: '</speech>' })}${piece({}, 'stop')}data: [DONE]\n\n`);
    spoken();
  };
  const dueAt = (word: number) => since + (1000 * word) / rate;
  setTimeout(next, Math.max(0, since - performance.now()));
}

function piece(delta: object, finish: 'stop' | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: 'stamps', object: 'chat.completion.chunk', created: 0, model: 'stamps', choices })}\n\n`;
}
