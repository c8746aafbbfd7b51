import type { CheckedQuote } from '@moot/protocol';
import { Tooltip } from '@mantine/core';
import { IconCheck, IconCircleOff, IconRipple } from '@tabler/icons-react';
import { SafeText } from '../text/safe-text.tsx';
import { markOf, quoted, type QuoteMark } from './quote-words.ts';

/** A quote in a speech, with its mark once it has been looked up. */
export function Quote({ text, check }: { readonly text: string; readonly check?: CheckedQuote | undefined }) {
  const mark = check && markOf(check);
  return (
    <>
      <span className={LOOKS[mark?.look ?? 'quiet']}>
        <SafeText text={quoted(text)} />
      </span>
      {mark && mark.look !== 'quiet' && ' '}
      {mark && <Mark mark={mark} />}
    </>
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
