import { dieOf } from '../chance.ts';
import type { Key } from '../key.ts';
import { digest, plain } from '../text.ts';
import { believed } from './belief.ts';
import { claimed } from './claims.ts';
import { proposals } from './attacker.ts';
import { argue } from './debater.ts';
import { evidenceIn } from './evidence.ts';
import { extract } from './helper.ts';
import { judged, type Format } from './judge.ts';
import type { Library } from './library.ts';
import { modelOf, type Model, type Role } from './model.ts';
import { readPrompt, type Message, type Prompt } from './prompt.ts';

/** What a player is asked: a request without what concerns only its transport. */
export interface Asked {
  readonly model: Model | undefined;
  readonly messages: readonly Message[];
  readonly format: Format;
  readonly seed: number | undefined;
}

/** What all players have in common. */
export interface Table {
  readonly key: Key;
  readonly books: Library;
  readonly seed: number;
}

export interface Reply {
  readonly role: Role;
  readonly text: string;
  /** The probability of each option by its number, where the reply is a judge's. */
  readonly belief?: Readonly<Record<string, number>>;
}

/** What the player of a model replies; the same request gets the same reply. */
export function replyTo(asked: Asked, table: Table): Reply {
  const prompt = readPrompt(asked.messages);
  const model = asked.model ?? modelOf(roleIn(prompt, asked.format));
  switch (model.role) {
    case 'debater':
    case 'consultant': {
      const die = dieOf(table.seed, model.parameters.seed, asked.seed, digest(JSON.stringify(asked.messages)));
      const means = { die, books: table.books };
      return {
        role: model.role,
        text: claimed(prompt, model.parameters, means) ?? argue(prompt, model.parameters, means),
      };
    }
    case 'judge': {
      const die = dieOf(table.seed, model.parameters.seed, asked.seed, plain(prompt.question));
      const percents = believed(prompt, evidenceIn(prompt, table, model.parameters.advantage), model.parameters, die);
      const belief = Object.fromEntries(prompt.options.map(({ number }, i) => [number, (percents[i] ?? 0) / 100]));
      return { role: 'judge', text: judged(prompt, asked.format, percents, die), belief };
    }
    case 'attacker': {
      const die = dieOf(table.seed, model.parameters.seed, asked.seed, digest(JSON.stringify(asked.messages)));
      return { role: model.role, text: proposals(asked.messages, die) };
    }
    case 'solver':
    case 'decomposer':
    case 'checker':
    case 'helper':
      return { role: model.role, text: extract(prompt, asked.format, table.books) };
  }
}

/** The role that a prompt is written for, when the model's name does not tell. */
function roleIn({ instructions, side, seat, options }: Prompt, format: Format): Role {
  if (side !== undefined || seat !== undefined)
    return /\byou are (?:a )?consultant\b/i.test(instructions) ? 'consultant' : 'debater';
  const asksForBelief = format.kind === 'json' && format.shape?.properties?.probabilities !== undefined;
  if (asksForBelief || /probabilit|"choice"/i.test(instructions)) return 'judge';
  return options.length > 0 && /number/i.test(instructions) ? 'judge' : 'helper';
}
