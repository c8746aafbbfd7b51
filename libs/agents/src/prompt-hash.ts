import { createHash } from 'node:crypto';
import type { ModelRequest } from '@moot/runner';
import { canonical } from './canonical-json.ts';
import { jsonSchemaOf } from './json-schema.ts';

/** SHA-256 of all that decides what a model is asked: model, messages, parameters, form of the reply. */
export function promptHash({ model, messages, parameters, reply }: Omit<ModelRequest, 'mostTokens'>): string {
  return createHash('sha256')
    .update(canonical({ model, messages, parameters, reply: formOf(reply) }))
    .digest('hex');
}

function formOf(reply: ModelRequest['reply']): object {
  if (reply.form === 'text') return { form: reply.form };
  if (reply.form === 'number') return { form: reply.form, numbers: reply.numbers };
  return { form: reply.form, name: reply.name, schema: jsonSchemaOf(reply.schema) };
}
