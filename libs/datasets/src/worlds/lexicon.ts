/** The words that worlds are made of. No trade names a place, no street a trade: an option gives nothing away by its stem. */
export const NAME_STARTS = split(
  'Ba Bren Ce Dor Ed Fi Gar Hal Ish Jun Kel Lor Mi Nes Or Per Quil Ros Sa Tam Ul Ve Wil Yar Zan',
);
export const NAME_ENDS = split('bek dan dric fin gar kin la lin mar na nik rin sa tan tha vin wen wick');
export const TOWN_STARTS = split(
  'Alder Brack Crow Dun Esker Fal Gorse Hollin Kest Lamb Marl Nether Ostler Pell Rush Stan Thorn Wether',
);
export const TOWN_ENDS = split('combe dale fleet garth holm mere ness stead thwaite wick');

export const TRADES = split(
  'weaver cooper baker potter glazier saddler bookbinder candlemaker clockmaker beekeeper apothecary stonemason tailor locksmith',
);

export const STREETS = [
  ...['Almond Yard', 'Bell Alley', 'Candle Lane', 'Duck Row', 'Fish Quay', 'Goose Street', 'Hill Steps', 'Ivy Passage'],
  ...['Long Acre', 'North Gate', 'Pear Court', 'Salt Lane', 'Well Court', 'Willow Walk'],
];

export const PLACES = [
  ...['mill', 'chapel', 'orchard', 'ferry landing', 'market hall', 'quarry', 'bathhouse', 'granary', 'lighthouse'],
  ...['smokehouse', 'toll bridge', 'schoolhouse', 'brickyard', 'watchtower'],
];

export const FEATURES = [
  ...['a green door', 'a copper roof', 'a cracked bell', 'a crooked chimney', 'a painted sundial', 'a stone lion'],
  ...[
    'a row of lime trees',
    'a spiral stair',
    'a rusty weathercock',
    'a round window',
    'a marble bench',
    'a blue lantern',
  ],
];

export const OBJECTS = [
  ...['brass compass', 'silver whistle', 'walnut box', 'yellow jug', 'leather satchel', 'ivory comb', 'tin trumpet'],
  ...['copper kettle', 'woollen blanket', 'painted fan', 'glass inkwell', 'iron key', 'carved flute', 'velvet purse'],
];

export const THINGS = split('gate roof pump cart loom stove ladder fence staircase rowing-boat');
export const TIES = ['godparent', 'landlord', 'former teacher'] as const;
export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
export const HOURS = ['at dawn', 'in the morning', 'at noon', 'in the afternoon', 'at dusk'] as const;

function split(words: string): readonly string[] {
  return words.split(' ');
}
