import { dirname, relative, resolve, sep } from 'node:path';

/** A lint rule: a folder beside others may not reach into its siblings. Nx does not see folders within one project. */
export const siblings = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { within: { type: 'string' } }, required: ['within'] }],
    messages: {
      sibling:
        "'{{ from }}' may not import from its sibling '{{ to }}': move what both need to @moot/protocol, or keep a copy.",
    },
  },
  create(context) {
    const within = resolve(context.cwd, context.options[0].within);
    const from = folderOf(within, context.filename);
    const check = (node) => {
      const to = folderOf(within, resolve(dirname(context.filename), String(node.source?.value ?? '')));
      const isOther = from !== undefined && to !== undefined && from !== to;
      if (isOther && isRelative(node)) context.report({ node, messageId: 'sibling', data: { from, to } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

/** The folder right below `within` that holds the path; undefined outside of it and for files that lie in it directly. */
function folderOf(within, path) {
  const parts = relative(within, path).split(sep);
  return parts[0] === '..' || parts.length < 2 ? undefined : parts[0];
}

function isRelative(node) {
  return String(node.source?.value ?? '').startsWith('.');
}
