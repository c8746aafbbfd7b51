import { describe, expect, it } from 'vitest';
import { blindCheck } from '../blind/check.ts';
import { like } from '../testing/like.ts';
import { readPath } from '../testing/read.ts';
import { generateWorld, generateWorlds } from './generate.ts';
import { answer } from './testing/answer.ts';
import { readStory } from './testing/story.ts';

describe('made-up worlds', () => {
  it('tell every fact, and nothing else, in sentences that can be looked up', () => {
    for (const { world, source } of generateWorlds(3, { count: 300 })) {
      const read = readStory(source.text);
      const events = (kind: string): readonly unknown[] => world.events.filter((event) => event.kind === kind);

      expect([...read.people]).toEqual(world.people.map(({ name, trade, street }) => [name, { trade, street }]));
      expect(read.ties).toEqual(world.people.map(({ name, tie }) => ({ of: name, ...tie })));
      expect([...read.features]).toEqual(world.places.map(({ name, feature }) => [feature, name]));
      expect(read.visits.length + read.gifts.length + read.mendings.length).toBe(world.events.length);
      expect(events('visit')).toMatchObject(read.visits);
      expect(events('gift')).toMatchObject(read.gifts);
      expect(read.mendings.map(({ person, what }) => [person, what])).toEqual(
        world.events.flatMap((event) =>
          event.kind === 'mending' ? [[event.person, `${event.owner}'s ${event.thing}`]] : [],
        ),
      );
    }
  });

  it.each([2, 3, 4])('have one right option of %i, which a reader of the story alone finds', (options) => {
    const { sources, questions } = generateWorld(5, { count: 240, options });
    const stories = new Map(sources.map(({ key, text }) => [key, text]));
    for (const question of questions) {
      expect(question.options).toHaveLength(options);
      expect(answer(stories.get(question.source ?? '') ?? '', question.prompt, question.options)).toEqual([
        question.options[question.truth],
      ]);
    }
  });

  it('ask in every kind, and nothing twice about one world', () => {
    const { questions } = generateWorld(5, { count: 240 });
    expect(new Set(questions.map(({ difficulty }) => difficulty))).toEqual(
      new Set(['look-up', 'two-hop', 'counting', 'order', 'negation']),
    );
    expect(new Set(questions.map(({ source, prompt }) => `${source ?? ''} ${prompt}`)).size).toBe(240);
  });

  it('are the same for the same seed, others for another, and more of the same when more are asked for', () => {
    expect(generateWorld(1, { count: 50 })).toEqual(generateWorld(1, { count: 50 }));
    expect(generateWorld(1, { count: 80 }).questions.slice(0, 50)).toEqual(generateWorld(1, { count: 50 }).questions);
    expect(generateWorld(2).sources[0]?.text).not.toBe(generateWorld(1).sources[0]?.text);
  });

  it('have stories of 400 to 1,500 words', () => {
    const lengths = generateWorld(9, { count: 1200 }).sources.map(({ text }) => text.split(/\s+/).length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(400);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1500);
  });

  it.each([2, 4])('cannot be guessed blind by any rule, with %i options', (options) => {
    const { rules } = blindCheck(generateWorld(7, { count: 1500, options }).questions);
    expect(rules.filter(({ isAboveChance }) => isAboveChance)).toEqual([]);
  });
});

describe('the format worlds', () => {
  it('makes what the path asks for, sources first', async () => {
    const { rows, questions } = await readPath('worlds', 'seed=7, count=20,options=3');
    expect(rows.slice(0, 2).map(({ kind }) => kind)).toEqual(['source', 'question']);
    expect(questions).toHaveLength(20);
    expect(questions.every(({ options }) => options.length === 3)).toBe(true);
    expect((await readPath('worlds', '')).questions).toHaveLength(12);
  });

  it.each([
    ['seed=7,coun=3', 8, /"coun" is no setting of worlds; there are seed, count, options/],
    ['seed=7,count=0', 8, /count must be a whole number from 1 to 1000000, not "0"/],
    ['seed=-1', 1, /seed must be a whole number from 0/],
    ['seed=1,options=5', 8, /from 2 to 4/],
    ['seed=1,seed=2', 8, /given twice/],
    ['worlds.txt', 1, /"worlds.txt" is no setting.*Write it as "seed=7,count=200"/],
  ])('refuses %s, and says where', async (spec, column, why) => {
    const { rows } = await readPath('worlds', spec);
    expect(rows).toMatchObject([{ kind: 'fault', at: { file: spec, column }, why: like(why) }]);
  });
});
