export {
  Belief,
  beliefFault,
  beliefIn,
  isJudge,
  isJudgment,
  openFor,
  panel,
  pooled,
  turnShape,
  Verdict,
  verdicts,
} from './panel.ts';
export { define } from './define.ts';
export { saidSchema } from './form.ts';
export { inWords } from './parse.ts';
export { isOver, isSame, protocol } from './protocol.ts';
export { current, made, open, remembered, said, taken } from './transcript.ts';
export { judgingSeats } from './again.ts';
export { Judging, judging } from './judging.ts';
export type { JudgingMove, JudgingSetup } from './judging.ts';
export type { Drafted, Drafting, DraftPrompts } from './drafting.ts';
export type { How, Message, Prompt, Reply } from './prompt.ts';
export type {
  Bill,
  Charge,
  Compliance,
  Kept,
  Maker,
  Move,
  Outcome,
  Pass,
  Place,
  Played,
  Protocol,
  Refused,
  Rules,
  Signed,
  Transcript,
  Turn,
  TurnName,
} from './protocol.ts';
export type { Moves } from './transcript.ts';
export type {
  Added,
  Asked,
  Assigned,
  Definition,
  Frozen,
  Listed,
  Orders,
  Posed,
  Recorded,
  Role,
  Said,
  Script,
  Seat,
  Table,
  Unfit,
  Unplayable,
} from './table.ts';
export { canonical, hash, randomFrom, seedFrom, shuffled } from './random.ts';
export type { Random } from './random.ts';
export { asData, filled, namesIn, tagged } from './wording.ts';
export { beliefReply, beliefWords, listedAs, listedOptions } from './asking.ts';
export { Budget, cutToLength, lengthFault, lengthOf } from './length.ts';
export { bareQuoteTags, checkQuotes, markQuotes, quotesIn, sourceIndex } from './quotes.ts';
export type { CheckedQuote, QuoteStatus, SourceIndex } from './quotes.ts';
