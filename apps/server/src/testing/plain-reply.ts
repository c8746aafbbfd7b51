import { createHash } from 'node:crypto';

/** What a player of few words makes of a prompt: it follows from the prompt alone, and knows no answer. */
export function plainReply(prompt: string): string {
  return prompt.includes('Reply with one JSON object') ? belief(prompt) : speech(prompt);
}

/** What the reply to a prompt is marked with, in its speech and in its thinking. */
export function marks(prompt: string): { readonly said: string; readonly thought: string } {
  const hash = createHash('sha256').update(prompt).digest('hex').slice(0, 12);
  return { said: `said-${hash}`, thought: `thought-${hash}` };
}

function speech(prompt: string): string {
  const { said, thought } = marks(prompt);
  const words = Number(/about (\d+) words/.exec(prompt)?.[1] ?? 100);
  const quote = /<source>\s*(\S+(?:\s+\S+){5})/.exec(prompt)?.[1] ?? '';
  const filler = Array.from({ length: words - 10 }, (_, i) => (i % 9 === 8 ? 'so —' : 'naïvely')).join(' ');
  return `<thinking>${thought} of things</thinking>\n<speech>${said} <quote>${quote}</quote> ${filler}</speech>`;
}

/** JSON in a fence, with words around it, as models without structured output give it. */
function belief(prompt: string): string {
  const form = prompt.slice(prompt.lastIndexOf('Reply with one JSON object'));
  const options = [...form.matchAll(/"(\d+)": <percent>/g)].map(([, option = '']) => option);
  const shares = options.map((option, i) => `"${option}": ${i === 0 ? 100 - 30 * (options.length - 1) : 30}`);
  const reason = form.includes('"reason"') ? '"reason": "It “reads” so — probably.", ' : '';
  return `Here is what I believe:\n\n\`\`\`json\n{ ${reason}"probabilities": { ${shares.join(', ')} } }\n\`\`\`\nI hope that helps.`;
}
