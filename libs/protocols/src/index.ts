import { consultancy } from './consultancy/index.ts';
import { debate } from './debate/index.ts';
import { direct } from './direct/index.ts';
import { proposerCritic } from './proposer-critic/index.ts';
import { stochasticDebate } from './stochastic-debate/index.ts';

/** Every protocol that Moot runs. A new one is a folder and a line here. */
export const protocols = [direct, debate, consultancy, proposerCritic, stochasticDebate] as const;
