import { createParamDecorator, type CanActivate } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Role } from '@moot/wire';
import { fault } from '../http/fault.ts';
import { accountOf, type Accounts, type SignedIn } from './accounts.ts';

/** Opens a route, or all of a controller, to viewers as well. Without it, only researchers reach it. */
export const Allows = Reflector.createDecorator<Role>();

/** Opens a route, or all of a controller, to whoever comes: it asks for what it needs by itself. */
export const Open = Reflector.createDecorator<undefined, boolean>({ transform: () => true });

/** The account that a route was asked with. */
export const Asker = createParamDecorator((_nothing: unknown, context): SignedIn => {
  const asker = askers.get(context.switchToHttp().getRequest<Request>());
  if (!asker) throw new Error('an open route has no account to give: leave out @Open or @Asker');
  return asker;
});

const askers = new WeakMap<Request, SignedIn>();

/** Lets a request through to its route if its account may go there. Gateways look at the handshake themselves. */
export function accountGuard(accounts: Accounts): CanActivate {
  const reflector = new Reflector();
  return {
    async canActivate(context) {
      const route = [context.getHandler(), context.getClass()];
      if (context.getType() !== 'http' || reflector.getAllAndOverride(Open, route)) return true;
      const request = context.switchToHttp().getRequest<Request>();
      const account = await accountOf(accounts, request.headers);
      if (!account) throw fault(401, { code: 'not-signed-in', words: HOW });
      if (account.role === 'viewer' && reflector.getAllAndOverride(Allows, route) !== 'viewer')
        throw fault(403, { code: 'not-allowed', words: 'Only researchers may do this; you watch as a viewer.' });
      askers.set(request, account);
      return true;
    },
  };
}

const HOW =
  'Nobody is signed in here. Open the link that the server wrote when it started, or that `npx moot sign-in` writes.';
