import { ESLint } from 'eslint';
import { dirname, join } from 'node:path';

const ROOT = dirname(dirname(import.meta.dirname));

/** ESLint as `npm test` runs it, with the named rules alone and without types: quick enough to plant hundreds of faults. */
export function linter(...rules: readonly string[]): ESLint {
  return new ESLint({
    cwd: ROOT,
    ruleFilter: ({ ruleId }) => rules.includes(ruleId),
    overrideConfig: [
      {
        languageOptions: { parserOptions: { project: false } },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
      },
    ],
  });
}

/** What lint says about `code` if it stood in the file at `path`: rule and message. */
export async function said(eslint: ESLint, path: string, code: string): Promise<readonly string[]> {
  return (await messages(eslint, path, code)).map((message) => `${message.ruleId ?? 'fatal'}: ${message.message}`);
}

/** Which of these imports lint refuses in the file at `path`. */
export async function refused(eslint: ESLint, path: string, imports: readonly string[]): Promise<readonly string[]> {
  const found = await messages(eslint, path, imports.map((name) => `import '${name}';`).join('\n'));
  const lines = new Set(found.map((message) => message.line));
  return imports.filter((_, i) => lines.has(i + 1));
}

async function messages(eslint: ESLint, path: string, code: string) {
  const results = await eslint.lintText(code, { filePath: join(ROOT, path) });
  return results.flatMap((result) => result.messages);
}
