import type { ServerResponse } from 'node:http';

/** Why a request gets no completion, as OpenAI's endpoints say it. */
export interface Problem {
  readonly status: number;
  readonly message: string;
  readonly type: string;
  readonly param?: string;
  readonly code?: string;
}

export function badRequest(message: string, param?: string): Problem {
  return { status: 400, message, type: 'invalid_request_error', ...(param !== undefined && { param }) };
}

export function bodyOf({ message, type, param, code }: Problem): string {
  return JSON.stringify({ error: { message, type, param: param ?? null, code: code ?? null } });
}

export function sendProblem(
  response: ServerResponse,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendJson(response, problem.status, bodyOf(problem), headers);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers })
    .end(body);
}
