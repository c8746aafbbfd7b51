import { afterAll, beforeAll, describe, it } from 'vitest';
import { benchOf, type Bench, type Subject } from './bench.ts';
import { againLaws } from './again-laws.ts';
import { derivedLaws } from './derived-laws.ts';
import { moveLaws } from './move-laws.ts';
import { turnLaws } from './turn-laws.ts';

/** Holds a world to what every world has to do, whatever it is kept in. */
export function worldContract(name: string, open: () => Promise<Subject>): void {
  describe(`a world ${name}`, () => {
    let bench: Bench;
    beforeAll(async () => (bench = benchOf(await open())));
    afterAll(() => bench.close());

    for (const { says, holds } of [...moveLaws, ...turnLaws, ...derivedLaws, ...againLaws])
      it(says, () => holds(bench));
  });
}
