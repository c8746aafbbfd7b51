import type { CheckedQuote } from '@moot/protocol';
import { Tooltip } from '@mantine/core';
import { IconCheck, IconCircleOff, IconRipple } from '@tabler/icons-react';
import { SafeText } from '../text/safe-text.tsx';
import { lastWord, markOf, quoted, type QuoteMark } from './quote-words.ts';

/** A quote in a speech, with its mark once it has been looked up. */
export function Quote({ text, check }: { readonly text: string; readonly check?: CheckedQuote | undefined }) {
  const mark = check && markOf(check);
  if (mark?.look === 'quiet') return <Ticked text={quoted(text)} mark={mark} />;
  return (
    <>
      <span className={LOOKS[mark?.look ?? 'quiet']}>
        <SafeText text={quoted(text)} />
      </span>
      {mark && ' '}
      {mark && <Mark mark={mark} />}
    </>
  );
}

/** The tick stays on the line of the last word. */
function Ticked({ text, mark }: { readonly text: string; readonly mark: QuoteMark }) {
  const [rest, last] = lastWord(text);
  return (
    <span className={LOOKS.quiet}>
      <SafeText text={rest} />
      <span className="is-kept-together">
        <SafeText text={last} />
        <Mark mark={mark} />
      </span>
    </span>
  );
}

const LOOKS = { quiet: 'quote', near: 'quote is-near', absent: 'quote is-absent' };

function Mark({ mark }: { readonly mark: QuoteMark }) {
  return (
    <Tooltip label={mark.title} multiline maw={320}>
      {mark.look === 'quiet' ? (
        <span className="quote-ok">
          <IconCheck className="icon" role="img" aria-label={mark.words} />
        </span>
      ) : (
        <span className={mark.look === 'absent' ? 'mark is-absent' : 'mark'}>
          {mark.look === 'absent' ? (
            <IconCircleOff className="icon" aria-hidden />
          ) : (
            <IconRipple className="icon" aria-hidden />
          )}
          {mark.words}
        </span>
      )}
    </Tooltip>
  );
}
