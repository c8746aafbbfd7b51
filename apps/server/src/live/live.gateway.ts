import { Inject, Logger, type OnModuleDestroy } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { Follow, Followed, Handshake, Unfollow } from '@moot/wire';
import { Audiences, type Audience } from './audience.ts';

import { LIVE, type Following, type Live } from './live.ts';
import { outbox } from './outbox.ts';

/** The one door for sockets: who connects follows runs, and sees what may be seen from their place. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<Server>, OnGatewayDisconnect<Socket>, OnModuleDestroy {
  private readonly log = new Logger('Live');
  private readonly connected = new Map<Socket, Connected>();
  private looking: NodeJS.Timeout | undefined;
  private readonly live: Live;
  private readonly audiences: Audiences;

  constructor(@Inject(LIVE) live: Live, @Inject(Audiences) audiences: Audiences) {
    this.live = live;
    this.audiences = audiences;
  }

  afterInit(server: Server): void {
    this.looking = setInterval(() => {
      this.endTheGone().catch((thrown: unknown) => this.log.error(String(thrown)));
    }, LOOK_EVERY);
    server.use((socket, next) => {
      this.admit(socket).then(
        (words) => next(words === undefined ? undefined : new Error(words)),
        (thrown: unknown) => {
          this.log.error(String(thrown));
          next(new Error('Something went wrong in the server.'));
        },
      );
    });
  }

  /** Ends the sockets of those who have been signed out, or whose invitation was revoked, by whichever process. */
  async endTheGone(): Promise<void> {
    for (const [socket, { handshake }] of this.connected)
      if (!(await this.audiences.of(handshake, socket.request.headers))) socket.disconnect(true);
  }

  onModuleDestroy(): void {
    clearInterval(this.looking);
  }

  handleDisconnect(socket: Socket): void {
    for (const following of this.connected.get(socket)?.following.values() ?? []) following.stop();
    this.connected.delete(socket);
  }

  @SubscribeMessage('follow')
  async follow(@ConnectedSocket() socket: Socket, @MessageBody() asked: unknown): Promise<Followed> {
    const read = Follow.safeParse(asked);
    const connected = this.connected.get(socket);
    if (!read.success || !connected) return refused('follow takes a run and how many of its moves are known');
    const { run } = read.data;
    try {
      return Followed.parse(await this.begin(socket, connected, read.data));
    } catch (thrown) {
      this.log.error(`follow ${run}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
      return refused('Something went wrong in the server.');
    }
  }

  @SubscribeMessage('unfollow')
  unfollow(@ConnectedSocket() socket: Socket, @MessageBody() asked: unknown): { readonly ok: boolean } {
    const read = Unfollow.safeParse(asked);
    const following = this.connected.get(socket)?.following;
    if (!read.success || !following) return { ok: false };
    following.get(read.data.run)?.stop();
    return { ok: following.delete(read.data.run) };
  }

  /** Ends the sockets of an invitation that holds no more. */
  end(invitation: string): void {
    for (const [socket, { audience }] of this.connected)
      if (audience.kind === 'judge' && audience.invitation === invitation) socket.disconnect(true);
  }

  private async admit(socket: Socket): Promise<string | undefined> {
    const read = Handshake.safeParse(socket.handshake.auth);
    if (!read.success) return 'Say as what you connect: as judge with an invitation, or as account.';
    const audience = await this.audiences.of(read.data, socket.request.headers);
    if (!audience) return 'not-signed-in';
    const following = new Map<string, Following>();
    const stopAll = () => {
      for (const each of following.values()) each.stop();
      following.clear();
    };
    this.connected.set(socket, { handshake: read.data, audience, following, send: outbox(socket, stopAll) });
    return undefined;
  }

  private async begin(
    socket: Socket,
    { audience, following, send }: Connected,
    { run, since }: Follow,
  ): Promise<Followed> {
    if (following.size >= MOST_RUNS && !following.has(run)) return refused('That is too many runs at once.');
    const looking = await this.audiences.lookingAt(audience, run);
    const begun = looking && (await this.live.follow(run, { looking, since }, send));
    if (!begun) return refused('There is no such run for you.');
    // Meanwhile it may have been asked for again, or the socket may be gone.
    following.get(run)?.stop();
    if (this.connected.has(socket)) following.set(run, begun);
    else begun.stop();
    return { ok: true, state: begun.state };
  }
}

interface Connected {
  readonly handshake: Handshake;
  readonly audience: Audience;
  readonly following: Map<string, Following>;
  readonly send: ReturnType<typeof outbox>;
}

/** How often it is looked whether those who are connected still may be, in ms. */
const LOOK_EVERY = 30_000;
/** Runs that one socket may follow at once. */
const MOST_RUNS = 50;

function refused(why: string): Followed {
  return { ok: false, why };
}
