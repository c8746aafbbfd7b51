import { HttpException } from '@nestjs/common';
import type { Fault } from '@moot/wire';

/** What ends a request, thrown: a status, and the reason for the person who can act. */
export function fault(status: number, said: Fault): HttpException {
  return new HttpException(said, status);
}
