import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { beginRun, holderOf, type Queued } from '@moot/store';
import type { Handshake } from '@moot/wire';
import { ACCOUNTS, accountOf, type Accounts } from '../accounts/accounts.ts';
import { holding } from '../desk/holding.ts';
import { mayOpen, nextOf, queueFor } from '../desk/queue.ts';
import { ENGINE, type Engine } from '../engine.ts';
import type { Looking } from './state.ts';

/** Who looks. A judge is known by an invitation; what they may look at follows from the place that it has taken. */
export type Audience =
  | { readonly kind: 'researcher' }
  | { readonly kind: 'viewer' }
  | { readonly kind: 'judge'; readonly invitation: string };

/** Says who connects, and from where they look at a run. Nothing of it is theirs to say. */
@Injectable()
export class Audiences {
  private readonly engine: Engine;
  private readonly accounts: Accounts;

  constructor(@Inject(ENGINE) engine: Engine, @Inject(ACCOUNTS) accounts: Accounts) {
    this.engine = engine;
    this.accounts = accounts;
  }

  async of(handshake: Handshake, headers: IncomingHttpHeaders): Promise<Audience | undefined> {
    if (handshake.as === 'account') {
      const account = await accountOf(this.accounts, headers);
      return account && { kind: account.role };
    }
    const holder = await holding(this.engine, handshake.invitation, headers);
    return holder && { kind: 'judge', invitation: holder.id };
  }

  async lookingAt(audience: Audience, run: string): Promise<Looking | undefined> {
    if (audience.kind === 'researcher') return { from: 'everywhere' };
    if (audience.kind === 'viewer') return { from: 'seat', seat: 'observer' };
    const holder = await holderOf(this.engine.means.database, audience.invitation);
    // Since the socket was opened, the invitation may have been revoked; and nobody judges who has not read how to.
    if (!holder?.instructedAt) return undefined;
    const queue = await queueFor(this.engine, audience.invitation);
    const own = queue.find((each) => each.run === run);
    if (!own || !mayOpen(queue, own)) return undefined;
    // Who opens a run begins it, and has the next one begun if its arm wants that.
    await this.begin(own);
    const ahead = nextOf(queue, own);
    if (ahead?.begin === 'ahead') await this.begin(ahead);
    return { from: 'seat', seat: own.seat };
  }

  private async begin({ run: id, begunAt }: Queued): Promise<void> {
    const run = begunAt === null ? await this.engine.world.run(id) : undefined;
    if (run) await beginRun(this.engine.means, run);
  }
}
