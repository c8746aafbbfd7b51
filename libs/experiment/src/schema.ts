import { Arm, ExperimentFile } from './file.ts';
import type { Listed } from '@moot/protocol';
import { z } from 'zod';

/** The JSON Schema of experiment files, in which what an arm may set up follows from its protocol. */
export function experimentSchema(protocols: readonly Listed[]): object {
  const schema = z.toJSONSchema(ExperimentFile, {
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema !== Arm) return;
      Object.assign(jsonSchema.properties ?? {}, { protocol: { enum: protocols.map(({ name }) => name) } });
      jsonSchema.allOf = protocols.map(setupFor);
    },
  });
  return { ...schema, title: 'A Moot experiment', description: 'docs/experiment-file.md describes every setting.' };
}

function setupFor({ name, options }: Listed) {
  const setup = withoutDialect(z.toJSONSchema(options, { io: 'input' }));
  const isNeeded = (setup.required ?? []).length > 0;
  return {
    if: { required: ['protocol'], properties: { protocol: { const: name } } },
    then: { ...(isNeeded && { required: ['setup'] }), properties: { setup } },
  };
}

/** A schema in another one does not say which JSON Schema it is written in. */
function withoutDialect({ $schema: _dialect, ...schema }: z.core.JSONSchema.BaseSchema) {
  return schema;
}
