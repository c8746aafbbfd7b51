/** What ESLint's own rules are told to refuse, beyond the presets: one list for everybody, one more for rooms of rules. */

const DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

const IMPURE = [
  { selector: 'ClassDeclaration, ClassExpression', message: 'Rules are functions: no classes here.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness comes in as a seed.',
  },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Time comes in as an argument.' },
  { selector: "VariableDeclarator[init.name='Math']", message: 'Randomness comes in as a seed.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time comes in as an argument.' },
  { selector: 'ImportExpression', message: 'Rules import what they need at their head.' },
];

const ASYNC = [
  { selector: ':function[async=true]', message: 'Rules answer at once: async lives in the runner, adapters and apps.' },
  {
    selector: 'AwaitExpression, ForOfStatement[await=true]',
    message: 'Rules answer at once: await lives in the runner, adapters and apps.',
  },
];

export const bannedSyntax = [DEFAULT_EXPORT];
export const bannedInRules = [...bannedSyntax, ...IMPURE, ...ASYNC];
export const bannedInRunner = [...bannedSyntax, ...IMPURE];

const DEEP = {
  regex: '^@moot/[^/]+/(src|test)(/|$)',
  message: "A room's only door is its index.ts: import '@moot/<room>'.",
};
const BUILT_IN = {
  regex:
    '^(node:|(assert|buffer|child_process|crypto|events|fs|http|https|net|os|path|perf_hooks|process|stream|timers|url|util|v8|vm|worker_threads|zlib)(/|$))',
  message: 'Rules reach nothing outside: no files, network, process or timers here.',
};

export const bannedImports = { patterns: [DEEP] };
export const bannedImportsInRules = { patterns: [DEEP, BUILT_IN] };
