import { DAYS } from './lexicon.ts';
import type { Random } from './random.ts';
import type { Event, Person, World } from './world.ts';

/** Tells the facts of a world as a story: the town, its people, then the week day by day. */
export function tell(world: World, random: Random): string {
  const weathers = random.sample(WEATHERS, DAYS.length);
  const asides = random.shuffled(ASIDES);
  const days = DAYS.map((day, i) => {
    const events = world.events.filter((event) => event.day === day);
    const told = events.map((event) => random.pick(tellings(event)) + aside(asides, random));
    return [`On ${day} ${weathers[i] ?? ''}.`, ...told, ...(events.length === 0 ? [QUIET] : [])].join(' ');
  });

  return [opening(world, random), ...portraits(world, random), ...days, random.pick(CLOSINGS)].join('\n\n');
}

function opening({ town, river, places }: World, random: Random): string {
  const start = random.pick([
    `${town} is a small town where the ${river} bends twice before it reaches the sea.`,
    `Few travellers stop in ${town}, a small town on the ${river}, and those who do seldom stay the night.`,
    `The town of ${town} stands on the steep bank of the ${river}, and most of its paths are stairs.`,
  ]);
  const looks = places.map(({ name, feature }) =>
    random.pick([
      `The ${name} has ${feature}.`,
      `At the ${name} there is ${feature}.`,
      `Strangers know the ${name} by ${feature}.`,
    ]),
  );
  return [start, ...looks, `This is what happened there in one week of ${random.pick(SEASONS)}.`].join(' ');
}

/** Two people a paragraph. */
function portraits({ people }: World, random: Random): readonly string[] {
  const manners = random.sample(MANNERS, people.length);
  const told = people.map((person, i) => portrait(person, manners[i] ?? '', random));
  return told.flatMap((_, i) => (i % 2 === 0 ? [told.slice(i, i + 2).join(' ')] : []));
}

function portrait({ name, trade, street, tie }: Person, manner: string, random: Random): string {
  const work = /^[aeiou]/.test(trade) ? `an ${trade}` : `a ${trade}`;
  const who = random.pick([
    `${name} was ${work} and lived in ${street}.`,
    `In ${street} lived ${name}, who was ${work}.`,
  ]);
  const bond = random.pick([`${name}'s ${tie.kind} was ${tie.who}.`, `${tie.who} was the ${tie.kind} of ${name}.`]);
  return [who, manner.replace('NAME', name), bond].join(' ');
}

/** Every way to tell an event. */
function tellings(event: Event): readonly string[] {
  const { hour } = event;
  const Hour = hour.charAt(0).toUpperCase() + hour.slice(1);
  switch (event.kind) {
    case 'visit':
      return [
        `${Hour} ${event.person} walked to the ${event.place}.`,
        `${event.person} went to the ${event.place} ${hour}.`,
        `${Hour} someone was seen at the ${event.place}: it was ${event.person}.`,
      ];
    case 'gift':
      return [
        `${Hour} ${event.giver} gave the ${event.object} to ${event.receiver}.`,
        `${event.giver} handed the ${event.object} over to ${event.receiver} ${hour}, as a gift.`,
        `${Hour} ${event.receiver} was given the ${event.object} by ${event.giver}.`,
      ];
    case 'mending':
      return [
        `${Hour} ${event.person} mended ${event.owner}'s ${event.thing}.`,
        `${event.owner}'s ${event.thing} was mended ${hour} by ${event.person}.`,
      ];
  }
}

function aside(asides: string[], random: Random): string {
  if (random.below(2) === 0) return '';
  const said = asides.shift();
  return said === undefined ? '' : ` ${said}`;
}

const SEASONS = ['early spring', 'late summer', 'a mild autumn', 'a long winter'];
const QUIET = 'Nothing else happened that anyone remembers.';

const WEATHERS = [
  ...[
    'a thin rain fell from first light',
    'the fog lay so thick that the roofs seemed to float',
    'the wind came round to the north',
  ],
  ...['the sun shone as if it had something to prove', 'the clouds hung low and yellow', 'the air smelled of wet rope'],
  ...[
    'a warm wind dried the washing before noon',
    'the gulls were louder than usual',
    'frost still lay in the shadows',
  ],
];

const MANNERS = [
  ...['People said that NAME could not pass a dog without greeting it.', 'NAME spoke little and laughed even less.'],
  ...[
    'Nobody had ever seen NAME in a hurry.',
    'NAME hummed at work, always the same three notes.',
    'NAME counted everything twice.',
  ],
  ...['There was always flour or dust on the sleeves of NAME.', 'NAME was known to answer questions with questions.'],
  ...[
    'NAME slept badly and read until late.',
    'NAME never forgot a debt, nor a kindness.',
    'NAME had opinions about soup.',
  ],
];

/** They add no fact that could be asked for, and name nobody. */
const ASIDES = [
  ...[
    'Nobody asked why.',
    'It had been promised for weeks.',
    'The neighbours talked about it at supper.',
    'There was little to say about it.',
  ],
  ...[
    'It took longer than it should have.',
    'A child watched from a window.',
    'Afterwards the street was quiet again.',
    'It was soon done.',
  ],
  ...[
    'The bells rang the hour just then.',
    'Some people thought it strange.',
    'No one was surprised.',
    'It was done with a smile.',
  ],
];

const CLOSINGS = [
  'That was the week. By Saturday most of the town had begun to tell it differently.',
  'On Saturday it rained, and everyone stayed at home.',
  'Such was the week, and it was neither the best nor the worst that the town could remember.',
];
