import type { IncomingMessage } from 'node:http';

/** Whether a request comes from this machine and was not made by a web page under another name. */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const host = headers.host?.replace(/:\d+$/, '') ?? '';
  return (
    isLoopback(socket.remoteAddress ?? '') && (host === 'localhost' || isLoopback(host)) && headers.origin === undefined
  );
}

function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127(?:\.\d+){3}$/.test(address) || address === '::1' || address === '[::1]';
}
