import { applyDecorators, HttpCode, RequestMapping, RequestMethod, UseInterceptors } from '@nestjs/common';
import type { NestInterceptor } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { map } from 'rxjs';
import { z } from 'zod';
import type { Endpoint } from '@moot/wire';

/**
 * Makes a method of a controller answer an endpoint of the wire: its path, its method, and its reply, from which fields
 * that are not in the schema are left out. The controller itself has no path: `@Controller()`.
 */
export function Answers<B extends z.ZodType, R extends z.ZodType>(endpoint: Endpoint<B, R>): AnswersWith<z.input<R>> {
  const { method, path, reply } = endpoint;
  return applyDecorators(
    RequestMapping({ path, method: RequestMethod[method] }),
    HttpCode(200),
    ApiOkResponse({ standardSchema: reply }),
    UseInterceptors(onlyWhatIsIn(reply, `${method} ${path}`)),
  );
}

type AnswersWith<Reply> = <M extends (...given: never[]) => Sendable<Reply> | Promise<Sendable<Reply>>>(
  target: object,
  name: string | symbol,
  method: TypedPropertyDescriptor<M>,
) => void;

/** What becomes a reply by way of JSON: dates may still be dates. */
type Sendable<Reply> = Reply extends string
  ? Reply | Date
  : Reply extends object
    ? { readonly [K in keyof Reply]: Sendable<Reply[K]> }
    : Reply;

function onlyWhatIsIn(reply: z.ZodType, endpoint: string): NestInterceptor {
  return {
    intercept: (_context, next) =>
      next.handle().pipe(
        map((answer: unknown) => {
          const read = reply.safeParse(JSON.parse(JSON.stringify(answer)));
          if (read.success) return read.data;
          throw new Error(`${endpoint} answered what is not its reply:\n${z.prettifyError(read.error)}`);
        }),
      ),
  };
}
