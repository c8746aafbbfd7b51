export { blindCheck, type BlindCheck, type BlindRule } from './blind/check.ts';
export type { Format, Reader, ReadOptions } from './formats/reader.ts';
export { ownFolder, readDataset, readers, type Reading } from './readers.ts';
export { detokenise, spanOf, type Detokenised, type Offset } from './text/detokenise.ts';
export { generateWorld, type Generated, type WorldOptions } from './worlds/generate.ts';
