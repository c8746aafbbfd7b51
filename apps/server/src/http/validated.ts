import { StandardSchemaValidationPipe, type PipeTransform } from '@nestjs/common';
import { fault } from './fault.ts';

/** Parses what comes in by the schemas of the handlers' parameters, and names the field that is wrong. */
export function validated(): PipeTransform {
  return new StandardSchemaValidationPipe({
    exceptionFactory([first]) {
      const field = (first?.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
      const why = first?.message ?? 'it cannot be read';
      const said = { code: 'bad-request', words: field === '' ? why : `${field}: ${why}` };
      return fault(400, field === '' ? said : { ...said, field });
    },
  });
}
