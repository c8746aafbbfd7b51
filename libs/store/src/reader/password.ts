import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Client } from 'pg';

/** The password of the reader role, kept with the application's settings; drawn if there is none. */
export async function readerPassword(client: Client): Promise<string> {
  const drawn = randomBytes(24).toString('base64url');
  await client.query('insert into public.setting (key, value) values ($1, $2) on conflict do nothing', [KEY, drawn]);
  const { rows } = await client.query<{ value: string }>('select value from public.setting where key = $1', [KEY]);
  return rows[0]?.value ?? drawn;
}

/** What Postgres keeps of a password. Sent in its place, so that the password itself reaches no log of the server. */
export function verifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  const key = (purpose: string) => createHmac('sha256', salted).update(purpose).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}

const KEY = 'reader.password';
const ROUNDS = 4096;
