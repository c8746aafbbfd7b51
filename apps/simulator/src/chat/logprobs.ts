/** The log-probability of a token, as chat completions give it. */
interface Logprob {
  readonly token: string;
  readonly logprob: number;
  readonly bytes: readonly number[];
}

export interface TokenLogprob extends Logprob {
  readonly top_logprobs: readonly Logprob[];
}

/** Log-probabilities of the tokens of a reply: where an option is chosen or named they say the judge's belief, elsewhere near certainty. */
export function logprobsOf(
  tokens: readonly string[],
  belief: Readonly<Record<string, number>> | undefined,
  top: number,
): readonly TokenLogprob[] {
  const choices = belief ? choicesIn(tokens.join('')) : new Set<number>();
  let at = 0;
  return tokens.map((token) => {
    const start = at + token.length - token.trimStart().length;
    at += token.length;
    const option = token.trim();
    const share = choices.has(start) ? belief?.[option] : undefined;
    if (!belief || share === undefined)
      return { ...logprob(token, SURE), top_logprobs: top > 0 ? [logprob(token, SURE)] : [] };
    const space = token.slice(0, token.length - option.length);
    const ranked = Object.entries(belief).map(([number, p]) => logprob(space + number, Math.log(p)));
    return {
      ...logprob(token, Math.log(share)),
      top_logprobs: ranked.sort((a, b) => b.logprob - a.logprob).slice(0, top),
    };
  });
}

const SURE = -0.001;

/** Where the numbers of options stand: as the whole reply, as keys, or as the value of a choice. */
function choicesIn(text: string): ReadonlySet<number> {
  return new Set([...text.matchAll(CHOICE)].map((match) => match.index + match[0].search(/\d/)));
}

const CHOICE = /^\s*\d+\s*$|"\d+"\s*:|"(?:choice|answer|option)"\s*:\s*"?\d+/g;

function logprob(token: string, value: number): Logprob {
  return { token, logprob: value, bytes: [...Buffer.from(token)] };
}
