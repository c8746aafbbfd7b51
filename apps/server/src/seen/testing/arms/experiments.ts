/** The experiment of the further arms, and the one that judges a transcript of it again. */
export const FIRST = `name: arms
title: SHOWN-TITLE
seed: 5
questions: { dataset: doors }
judges: { design: between }
arms:
  hidden-arm-attacked:
    protocol: debate
    setup:
      { order: simultaneous, reveal: together, rounds: 2, beliefs: each-round, sides: open, attack: { seat: A, strategy: HIDDEN-STRATEGY } }
    seats: { debater: hidden-host/hidden-model-attacked, judge: people }
  hidden-arm-consultancy:
    protocol: consultancy
    setup: { form: assigned, rounds: 1, beliefs: each-round, reveal: live }
    seats: { consultant: hidden-host/hidden-model-consultancy, judge: people }
  hidden-arm-double:
    protocol: consultancy
    setup: { form: double, rounds: 1, beliefs: each-round, reveal: together }
    seats: { A: hidden-host/hidden-model-double, B: hidden-host/hidden-model-double, judge: people }
  hidden-arm-timed: { protocol: direct, setup: { source: shown, seconds: 3600 }, seats: { judge: people } }
`;

export const AGAIN = `name: again
title: SHOWN-TITLE
seed: 5
questions: { dataset: doors }
arms:
  hidden-arm-again:
    transcripts: { experiment: arms, arm: hidden-arm-attacked }
    shown: stepped
    seats: { judge: people }
`;

export const MODELS_YAML = (url: string): string => `
endpoints:
  hidden-host:
    baseUrl: ${url}
    keyVariable: HIDDEN_KEY
    structured: none
    # Who argues waits until everybody has looked, on a machine of whatever speed.
    timeoutSeconds: { stall: 300 }
    prices:
${['attacked', 'consultancy', 'double'].map((arm) => `      hidden-model-${arm}: { inputPerMillion: 3, outputPerMillion: 15 }`).join('\n')}
`;

export const QUESTIONS = [
  {
    kind: 'source',
    key: 'house',
    text: 'There was once a house by the sea, and HIDDEN-SOURCE-TEXT is what stood on its door, in white paint.',
  },
  {
    kind: 'question',
    key: 'door',
    question: 'Which door has the HOUSE-IN-QUESTION?',
    options: ['the northern door', 'the southern door'],
    truth: 0,
    source: 'house',
  },
]
  .map((line) => JSON.stringify(line))
  .join('\n');
