import type { CheckedQuote } from '@moot/protocol';
import { memo, useMemo } from 'react';
import { Quote } from '../quotes/quote.tsx';
import { paragraphs, withoutOpenTag, type Piece } from './pieces.ts';
import { SafeText } from './safe-text.tsx';

interface ProseProps {
  readonly text: string;
  readonly quotes: readonly CheckedQuote[];
  /** More of it may come: it ends with a caret. */
  readonly state?: 'whole' | 'growing';
}

/** What somebody said, with its quotes marked. While it grows only its last paragraph is drawn again. */
export const Prose = memo(function Prose({ text, quotes, state = 'whole' }: ProseProps) {
  const isGrowing = state === 'growing';
  const all = useMemo(() => paragraphs(isGrowing ? withoutOpenTag(text) : text, quotes), [text, quotes, isGrowing]);
  return (
    <div className="text">
      {all.map((pieces, i) => (
        <Paragraph key={i} pieces={pieces} isLast={isGrowing && i === all.length - 1} />
      ))}
    </div>
  );
});

interface ParagraphProps {
  readonly pieces: readonly Piece[];
  readonly isLast: boolean;
}

const Paragraph = memo(function Paragraph({ pieces, isLast }: ParagraphProps) {
  return (
    <p>
      {pieces.map((piece, i) =>
        piece.kind === 'plain' ? (
          <SafeText key={i} text={piece.text} />
        ) : (
          <Quote key={i} text={piece.text} check={piece.check} />
        ),
      )}
      {isLast && <span className="caret" aria-hidden />}
    </p>
  );
}, isSameParagraph);

/** By what is in them: the pieces are made anew each time. */
function isSameParagraph(a: ParagraphProps, b: ParagraphProps): boolean {
  if (a.isLast !== b.isLast || a.pieces.length !== b.pieces.length) return false;
  return a.pieces.every((piece, i) => isSamePiece(piece, b.pieces[i]));
}

function isSamePiece(a: Piece, b: Piece | undefined): boolean {
  if (a.kind !== b?.kind || a.text !== b.text) return false;
  return a.kind === 'plain' || (b.kind === 'quote' && a.check?.status === b.check?.status);
}
