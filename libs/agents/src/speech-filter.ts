import { begunTag, partsOf } from './tags.ts';

/**
 * Passes on only what is speech while a reply comes: nothing of the thinking, no tags, nothing after `</speech>`. A model
 * that closes a thinking it never opened cannot be foreseen here; what is kept in the end follows `readReply`.
 */
export function speechFilter(): { push(piece: string): string } {
  let held = '';
  let depth = 0;
  let isOver = false;
  let hasSpoken = false;

  function spoken(text: string): string {
    const said = hasSpoken ? text : text.trimStart();
    hasSpoken ||= said !== '';
    return said;
  }

  return {
    push(piece) {
      const text = held + piece;
      const ready = text.length - begunTag(text);
      held = text.slice(ready);
      let passed = '';
      for (const part of partsOf(text.slice(0, ready))) {
        if (part.kind === 'text') passed += depth === 0 && !isOver ? spoken(part.text) : '';
        else if (part.tag === 'thinking') depth = Math.max(0, depth + (part.kind === 'open' ? 1 : -1));
        else if (depth === 0) isOver = part.kind === 'close';
      }
      return passed;
    },
  };
}
