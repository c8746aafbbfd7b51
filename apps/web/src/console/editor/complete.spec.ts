import { describe, expect, it } from 'vitest';
import { meaningAt, offersAt } from './complete.ts';
import { JsonSchema } from './schema.ts';

const SCHEMA = JsonSchema.parse({
  type: 'object',
  required: ['name', 'arms'],
  properties: {
    name: { type: 'string' },
    questions: { type: 'object', properties: { dataset: { type: 'string' } } },
    arms: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          protocol: { enum: ['talk', 'vote'] },
          setup: { type: 'object', default: {} },
          seats: { type: 'object', propertyNames: { enum: ['A', 'B'] }, additionalProperties: { type: 'string' } },
        },
        allOf: [
          {
            if: { properties: { protocol: { const: 'talk' } } },
            then: {
              required: ['setup'],
              properties: {
                setup: {
                  type: 'object',
                  properties: {
                    rounds: { type: 'integer', minimum: 1, maximum: 10, default: 3 },
                    reveal: { type: 'string', enum: ['live', 'paced'], default: 'live' },
                  },
                },
              },
            },
          },
        ],
      },
    },
  },
});

function labels(head: string, rest = '') {
  const text = head + rest;
  return offersAt(SCHEMA, { text, head, names: () => ['demo'] }).offers.map(({ label }) => label);
}

describe('completion', () => {
  it('offers the settings that are not there yet, and says which are required', () => {
    const { offers, from } = offersAt(SCHEMA, { text: 'name: x\na', head: 'name: x\na', names: () => [] });
    expect(offers.map(({ label, detail }) => [label, detail])).toEqual([
      ['questions', 'settings'],
      ['arms', 'settings, required'],
    ]);
    expect(from).toBe(8);
  });

  it('offers what a protocol lets one choose once the arm has that protocol, even further down', () => {
    expect(labels('arms:\n  one:\n    setup: { ', '}\n    protocol: talk\n')).toEqual(['rounds', 'reveal']);
    expect(labels('arms:\n  one:\n    setup: { ', '}\n    protocol: vote\n')).toEqual([]);
  });

  it('offers the words that a setting takes, and names that the schema does not know', () => {
    expect(labels('arms:\n  one: { protocol: t')).toEqual(['talk', 'vote', 'demo']);
    expect(labels('questions: { dataset: ')).toEqual(['demo']);
    expect(labels('arms:\n  one:\n    seats:\n      ')).toEqual(['A', 'B']);
  });
});

describe('the meaning of a setting', () => {
  const text = 'arms:\n  one:\n    protocol: talk\n    setup: { rounds: 3, reveal: live }\n';

  it('says what it takes and what it is if left out', () => {
    expect(meaningAt(SCHEMA, text, text.slice(0, text.indexOf('rounds') + 6))).toBe(
      'rounds: a whole number from 1 to 10\n3 if left out.',
    );
    expect(meaningAt(SCHEMA, text, text.slice(0, text.indexOf('reveal') + 6))).toContain('reveal: live, paced');
  });

  it('is silent about what the schema does not know', () => {
    expect(meaningAt(SCHEMA, 'other', 'other')).toBeUndefined();
  });
});
