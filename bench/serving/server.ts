import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forked, type Child } from './child.ts';
import { Usage } from './usage.ts';

/** A server in a process of its own, as `npm start` has one. */
export interface Server {
  readonly url: string;
  /** Signs a researcher in, once. */
  readonly token: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts the server on a free port, with these variables and none that others set. */
export async function startServer(variables: Readonly<Record<string, string>>): Promise<Server> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = forked(join(APP, 'src/main.ts'), {
    node: [
      '--import',
      hrefOf(join(APP, 'hook.mjs')),
      '--import',
      hrefOf(join(import.meta.dirname, 'usage-reporter.ts')),
    ],
    environment: { PATH, HOME, TMPDIR, PORT: '0', ...variables },
  });
  const usage = () => {
    child.tell({});
    return child.hear(Usage);
  };
  try {
    return { ...(await listening(child, usage)), usage, stop: child.stop };
  } catch (thrown) {
    await child.stop();
    throw thrown;
  }
}

const APP = join(import.meta.dirname, '../../apps/server');

function hrefOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Waits until it has said where it is; asking it for its usage meanwhile shows that it lives. */
async function listening(child: Child, usage: () => Promise<Usage>): Promise<Pick<Server, 'url' | 'token'>> {
  for (;;) {
    const [, url, token] = /(http:\/\/\S+)\/sign-in#(\S+)/.exec(child.written()) ?? [];
    if (url !== undefined && token !== undefined) return { url, token };
    await usage();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
