import { diagnosed, type Finding } from '@moot/server';
import { json, type Output } from '../output.ts';
import { readHere } from '../settings-here.ts';
import { block } from '../text.ts';

/** Checks everything that an experiment needs, and says what is wrong and how to mend it. */
export async function doctorVerb(options: { readonly json?: true }, output: Output): Promise<void> {
  const findings = await diagnosed(readHere());
  if (options.json) output.line(json(findings));
  else output.line(findings.map((finding) => inWords(finding, findings, output.width)).join('\n'));
  const bad = findings.filter(({ state }) => state === 'bad').length;
  if (bad > 0) throw new Error(`${bad} of ${findings.length} checks failed`);
}

const MARKS = { ok: '✓', remark: '·', bad: '✗' } as const;

function inWords({ state, what, words, mend }: Finding, all: readonly Finding[], width: number | undefined): string {
  const longest = Math.max(...all.map((each) => each.what.length));
  const indent = longest + 4;
  const said = block(words, width, indent).trimStart();
  const advice = mend === undefined ? '' : `\n${block(`→ ${mend}`, width, indent)}`;
  return `${MARKS[state]} ${what.padEnd(longest)}  ${said}${advice}`;
}
