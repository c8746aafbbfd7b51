import { describe, expect, it } from 'vitest';
import { playerFault, readModel, ROLES } from './model.ts';
import { textWith } from '../testing/like.ts';

describe('the name of a model', () => {
  it('is the role of a player, with its defaults', () => {
    for (const role of ROLES) expect(readModel(role)).toMatchObject({ role, parameters: { seed: 0 } });
    expect(readModel('sim/judge')).toEqual(readModel('judge'));
    expect(readModel('judge')).toMatchObject({ parameters: { ability: 1, bias: 0, noise: 0.5 } });
  });

  it('carries parameters after a question mark', () => {
    expect(readModel('judge?ability=0.8&bias=-.1&seed=7')).toMatchObject({
      role: 'judge',
      parameters: { ability: 0.8, bias: -0.1, seed: 7 },
    });
    expect(readModel('debater?honesty=0')).toMatchObject({ parameters: { honesty: 0, persuasiveness: 0.85 } });
  });

  it('may be any other', () => {
    expect(readModel('gpt-5')).toBeUndefined();
    expect(readModel('org/judge')).toBeUndefined();
  });

  it.each([
    ['judge?abilty=1', 'abilty'],
    ['debater?ability=1', 'ability'],
    ['judge?lapse=1.5', 'lapse'],
    ['judge?lapse=', 'lapse'],
    ['judge?noise=-1', 'noise'],
    ['judge?noise=much', 'noise'],
    ['judge?seed=0.5', 'seed'],
    ['judge?bias=1&bias=2', 'bias'],
    ['helper?toString=1', 'toString'],
    ['judge?__proto__=1', '__proto__'],
    ['consultant?wordy=1e9', 'wordy'],
  ])('%s is refused, naming %s', (name, parameter) => {
    expect(readModel(name)).toMatchObject({ wrong: textWith(parameter) });
  });

  it('is said to lead nowhere where only players are meant', () => {
    expect(playerFault('judge?ability=0.8')).toBeUndefined();
    expect(playerFault('jduge')).toMatch(/^there is no simulated player jduge; there are debater, /);
    expect(playerFault('judge?abilty=1')).toContain('abilty');
  });
});
