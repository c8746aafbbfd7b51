import { settingsHere } from '../with-engine.ts';
import { diagnosed, type Finding } from '@moot/server';
import { json, type Output } from '../output.ts';
import { shown } from '../text.ts';

/** Checks everything that an experiment needs, and says what is wrong and how to mend it. */
export async function doctorVerb(options: { readonly json?: true }, output: Output): Promise<void> {
  const findings = await diagnosed(settingsHere());
  if (options.json) output.line(json(findings));
  else for (const finding of findings) output.line(lineOf(finding));
  const bad = findings.filter(({ state }) => state === 'bad').length;
  if (bad > 0) throw new Error(`${bad} of ${findings.length} checks failed`);
}

function lineOf({ state, what, words, mend }: Finding): string {
  const mark = { ok: '✓', remark: '·', bad: '✗' }[state];
  return `${mark} ${what.padEnd(10)} ${shown(words)}${mend === undefined ? '' : `\n  ${''.padEnd(10)} → ${shown(mend)}`}`;
}
