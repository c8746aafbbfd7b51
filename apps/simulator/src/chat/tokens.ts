/** The tokens of a text: pieces of words, numbers, single signs. Together they are the text; none ends within a character. */
export function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

/** About as many tokens as a tokenizer would count in a prompt, and never more than it has bytes. */
export function promptTokens(messages: readonly { readonly content: string }[]): number {
  return messages.reduce((total, { content }) => total + Math.ceil(Buffer.byteLength(content) / 4), 0);
}

const TOKEN = / ?[\p{L}\p{M}]{1,6}| ?\p{N}{1,3}| ?[^\s\p{L}\p{M}\p{N}]|\s/gu;
