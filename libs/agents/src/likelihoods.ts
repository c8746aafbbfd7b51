import type { Attempt } from '@moot/runner';

/**
 * How probable each number was where a reply names the first, by what else could have stood there: in that place alone, and
 * with blanks and marks around a token left out. Undefined where no number stands at all. They need not add up to 1.
 */
export function likelihoods(
  numbers: readonly string[],
  alternatives: NonNullable<Attempt['alternatives']>,
): Readonly<Record<string, number>> | undefined {
  const place = alternatives.find((tokens) => numbers.includes(bare(tokens[0]?.token ?? '')));
  if (!place) return undefined;
  const shares = numbers.map((number) => [number, sumOf(place.filter(({ token }) => bare(token) === number))] as const);
  return shares.some(([, share]) => share > 0) ? Object.fromEntries(shares) : undefined;
}

function sumOf(tokens: readonly { readonly logprob: number }[]): number {
  return tokens.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0);
}

// Tokenizers have " 1" and "1" apart, and models write "**1**" or "(1)".
function bare(token: string): string {
  return token.replace(/^[\s(["'*]+|[\s)\]"'*.]+$/g, '');
}
