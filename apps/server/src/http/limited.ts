import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { fault } from './fault.ts';

/** How often one address may ask for something in so many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

/** Limits how often one address may reach a route. */
export const Limited = Reflector.createDecorator<Limit>();

/** Holds every route to its limit. Counts are kept in memory, of one server each. */
export function limits(): CanActivate {
  const reflector = new Reflector();
  const limiters = new Map<unknown, RateLimiterMemory>();
  return {
    async canActivate(context) {
      const route = context.getHandler();
      const limit = context.getType() === 'http' ? reflector.get(Limited, route) : undefined;
      if (!limit) return true;

      const limiter = limiters.get(route) ?? new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
      limiters.set(route, limiter);
      await spend(limiter, context);
      return true;
    },
  };
}

async function spend(limiter: RateLimiterMemory, context: ExecutionContext): Promise<void> {
  const http = context.switchToHttp();
  try {
    await limiter.consume(http.getRequest<Request>().ip ?? 'unknown');
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    const seconds = Math.max(1, Math.ceil(spent.msBeforeNext / 1000));
    http.getResponse<Response>().setHeader('Retry-After', String(seconds));
    const words = `That was asked for too often from your address. Try again in ${seconds} seconds.`;
    throw fault(429, { code: 'too-many', words });
  }
}
