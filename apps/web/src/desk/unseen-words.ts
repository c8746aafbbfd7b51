import { roundsOf, type Shown } from '@moot/ui';

/** What of the last round has never been in sight, in words; nothing if all of it has. */
export function unseenWords(shown: Shown, seen: ReadonlySet<string>): string | undefined {
  const rounds = roundsOf(shown).map(({ title, blocks }) => ({ title, speeches: spokenIn(blocks) }));
  const last = rounds.findLast(({ speeches }) => speeches.length > 0);
  const unseen = last?.speeches.filter((key) => !seen.has(key)) ?? [];
  if (!last || unseen.length === 0) return undefined;
  const isWhole = unseen.length === last.speeches.length;
  const what = isWhole ? (last.title ?? 'What was said last') : 'A speech of the last round';
  return `${what} is below; you have not seen it yet.`;
}

function spokenIn(blocks: ReturnType<typeof roundsOf>[number]['blocks']): readonly string[] {
  return blocks.flatMap(({ entries }) =>
    entries.filter(({ form }) => form === 'speech' || form === 'speaking').map(({ key }) => key),
  );
}
