import { stampingEndpoint } from './endpoint.ts';
import { usage } from '../serving/usage.ts';

/** The endpoint in a process of its own: calls, words of each, words a second. */
const [calls = 0, words = 0, rate = 1] = process.argv.slice(2).map(Number);
const server = stampingEndpoint({
  calls,
  words,
  rate,
  begun: () => process.send?.({ kind: 'begun' }),
  ended: () => process.send?.({ ...usage(), kind: 'ended' }),
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address)
    process.send?.({ kind: 'listening', url: `http://127.0.0.1:${address.port}/v1` });
});
process.on('disconnect', () => process.exit());
