import { IconCheck, IconChevronDown, IconChevronRight, IconPointFilled, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { seatLook } from '../parts/seat-look.ts';
import { SeatMark } from '../parts/seat-mark.tsx';
import { whoIs } from '../transcript/entry-words.ts';
import { Prose } from '../text/prose.tsx';
import { SafeText } from '../text/safe-text.tsx';
import { foldedWords, LEFT_OUT, markWords, partWords, type Sign } from './claim-words.ts';
import { countUnder, type Claim, type ClaimGroup, type ClaimMark } from './claims.ts';

interface Seen {
  /** The seat from which it is seen. */
  readonly viewer: string | null;
  /** The part of the run that has come to last, as 'round 2'. */
  readonly latest: string;
}

interface ClaimsProps extends Seen {
  readonly claims: readonly Claim[];
}

/** Claims as an outline: what is said of a claim stands under it, a step further in, and can be folded away. */
export function ClaimTree(props: ClaimsProps) {
  return (
    <div className="claims">
      <ClaimList {...props} label="Claims" />
    </div>
  );
}

function ClaimList({ claims, label, ...seen }: ClaimsProps & { readonly label: string }) {
  return (
    <ul aria-label={label}>
      {claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} {...seen} />
      ))}
    </ul>
  );
}

interface ClaimProps extends Seen {
  readonly claim: Claim;
}

function ClaimItem({ claim, ...seen }: ClaimProps) {
  const [state, choose] = useState<'open' | 'folded'>('open');
  const under = useId();
  const count = countUnder(claim);
  return (
    <li className={`claim ${seatLook(claim.seat).className}`}>
      <ClaimBody claim={claim} {...seen} />
      {count > 0 && (
        <Fold
          state={state}
          words={foldedWords(count)}
          id={claim.id}
          under={under}
          onTurn={() => choose(state === 'open' ? 'folded' : 'open')}
        />
      )}
      <div id={under} hidden={state === 'folded'}>
        {claim.groups.map((group) => (
          <Group key={group.on} group={group} parent={claim.id} {...seen} />
        ))}
      </div>
    </li>
  );
}

interface FoldProps {
  readonly state: 'open' | 'folded';
  readonly words: string;
  readonly id: string;
  /** What is folded. */
  readonly under: string;
  readonly onTurn: () => void;
}

function Fold({ state, words, id, under, onTurn }: FoldProps) {
  const Chevron = state === 'open' ? IconChevronDown : IconChevronRight;
  return (
    <button
      type="button"
      className="claim-fold"
      aria-expanded={state === 'open'}
      aria-controls={under}
      onClick={onTurn}
    >
      <Chevron className="icon" aria-hidden />
      {words}
      {state === 'folded' && ', folded'}
      <span className="visually-hidden">, {id}</span>
    </button>
  );
}

function ClaimBody({ claim: { id, seat, at, key, text, quotes, marks }, viewer, latest }: ClaimProps) {
  return (
    <article className="claim-body" data-speech={seat} data-entry={key} data-of={key} tabIndex={-1}>
      <header>
        <SeatMark seat={seat} />
        <b>{whoIs(seat, viewer)}</b>
        <span className={partWords(at) === latest ? 'is-latest' : undefined}>{partWords(at)}</span>
        <code className="push">{id}</code>
      </header>
      <Prose text={text} quotes={quotes} />
      {marks.map((mark) => (
        <MarkLine key={mark.seat} mark={mark} viewer={viewer} />
      ))}
    </article>
  );
}

interface GroupProps extends Seen {
  readonly group: ClaimGroup;
  readonly parent: string;
}

function Group({ group, parent, ...seen }: GroupProps) {
  const isAside = group.about === 'left out';
  return (
    <>
      {isAside && <p className="claim-about">{LEFT_OUT}</p>}
      <ClaimList {...seen} claims={group.claims} label={isAside ? LEFT_OUT : `Against ${parent}`} />
    </>
  );
}

function MarkLine({ mark, viewer }: { readonly mark: ClaimMark; readonly viewer: string | null }) {
  const { sign, words } = markWords(mark, viewer);
  const Icon = ICONS[sign];
  return (
    <p className={`claim-mark is-${sign}`} data-of={mark.key}>
      <Icon className="icon" aria-hidden />
      <SafeText text={words} />
    </p>
  );
}

const ICONS = { agreed: IconCheck, objected: IconX, other: IconPointFilled } as const satisfies Record<Sign, unknown>;
