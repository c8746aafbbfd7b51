import { describe, expect, it } from 'vitest';
import { changed, draftIn } from './draft.ts';

const KEY = '6f8a8f0e-3a9f-4d57-9f53-0f1e8f3f9a11';

describe('a draft', () => {
  it('is read as it was written down', () => {
    const draft = { text: 'name: x', people: 'people', attempt: KEY } as const;
    expect(draftIn(JSON.stringify(draft))).toEqual(draft);
  });

  it('is not there if what was kept cannot be read', () => {
    for (const kept of [null, '', '{', '{"text":1}']) expect(draftIn(kept)).toBeUndefined();
  });

  it('gives up the key of an attempt once another thing would be started', () => {
    const draft = { text: 'name: x', people: 'people', attempt: KEY } as const;
    expect(changed(draft, { people: 'simulated' }).attempt).toBeNull();
    expect(changed(draft, { text: 'name: y' })).toEqual({ text: 'name: y', people: 'people', attempt: null });
  });
});
