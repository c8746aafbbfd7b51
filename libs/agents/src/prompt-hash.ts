import { createHash } from 'node:crypto';
import type { ModelRequest } from '@moot/runner';
import { canonical } from './canonical-json.ts';
import { jsonSchemaOf } from './json-schema.ts';

/** SHA-256 of all that decides what a model is asked: model, messages, parameters, form of the reply. */
export function promptHash({ model, messages, parameters, reply }: Omit<ModelRequest, 'mostTokens'>): string {
  const form =
    reply.form === 'text'
      ? { form: reply.form }
      : { form: reply.form, name: reply.name, schema: jsonSchemaOf(reply.schema) };
  return createHash('sha256')
    .update(canonical({ model, messages, parameters, reply: form }))
    .digest('hex');
}
