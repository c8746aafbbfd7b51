import { spawn } from 'node:child_process';

/** How a program ended, and all that it said. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** As whom root runs a program. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  /** The one right of root that is left to it, so that it gets through folders that are closed to its user. */
  readonly keeps?: Passage;
}

export type Passage = 'dac_read_search' | 'dac_override';

/** Runs a program to its end. Its messages are in English, and no PG… variable of the caller reaches it. */
export function run(program: string, args: readonly string[], as?: Account): Promise<Ended> {
  const [command = program, ...all] = as?.keeps ? [...withPassage(as, as.keeps), program, ...args] : [program, ...args];
  const user = as && !as.keeps ? { uid: as.uid, gid: as.gid } : {};
  return new Promise((resolve, reject) => {
    const child = spawn(command, all, {
      cwd: '/',
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    let said = '';
    const hear = (piece: Buffer) => (said += piece.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said: said.trim() }));
  });
}

function withPassage({ uid, gid }: Account, right: Passage): string[] {
  const rights = [`--inh-caps=+${right}`, `--ambient-caps=+${right}`];
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...rights, '--'];
}

function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', LANG: 'C' };
}
