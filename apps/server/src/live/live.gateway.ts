import { Inject, Logger, type OnModuleDestroy } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { Follow, Followed, Handshake, Unfollow } from '@moot/wire';
import { Audiences, type Audience } from './audience.ts';

import { LIVE, type Following, type Live } from './live.ts';
import { isFull, outbox } from './outbox.ts';

/** The one door for sockets: who connects follows runs, and sees what may be seen from their place. */
@WebSocketGateway()
export class LiveGateway
  implements OnGatewayInit<Server>, OnGatewayConnection<Socket>, OnGatewayDisconnect<Socket>, OnModuleDestroy
{
  private readonly log = new Logger('Live');
  private readonly admitted = new WeakMap<Socket, Admitted>();
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

  handleConnection(socket: Socket): void {
    const admitted = this.admitted.get(socket);
    if (!admitted) throw new Error('a socket was connected that had not been admitted');
    const following = new Map<string, Following>();
    const stopAll = () => {
      for (const each of following.values()) each.stop();
      following.clear();
    };
    this.connected.set(socket, { ...admitted, following, asking: Promise.resolve(), send: outbox(socket, stopAll) });
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
    // Whoever asks on and on without listening is not answered on and on.
    if (isFull(socket)) socket.disconnect(true);
    try {
      // One after the other, so that what was begun last is what goes on, and no more than may.
      const begun = connected.asking.then(() => this.begin(socket, connected, read.data));
      connected.asking = begun.catch(() => undefined);
      return Followed.parse(await begun);
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
    this.admitted.set(socket, { handshake: read.data, audience });
    return undefined;
  }

  private async begin(
    socket: Socket,
    { handshake, following, send }: Connected,
    { run, since }: Follow,
  ): Promise<Followed> {
    if (!socket.connected) return refused('The socket is gone.');
    if (following.size >= MOST_RUNS && !following.has(run)) return refused('That is too many runs at once.');
    // Since the socket was opened they may have signed out.
    const audience = await this.audiences.of(handshake, socket.request.headers);
    const looking = audience && (await this.audiences.lookingAt(audience, run));
    const begun = looking && (await this.live.follow(run, { looking, since }, send));
    if (!begun) return refused('There is no such run for you.');
    // Meanwhile it may have been asked for again, or the socket may be gone.
    following.get(run)?.stop();
    if (this.connected.has(socket)) following.set(run, begun);
    else begun.stop();
    return { ok: true, state: begun.state };
  }
}

interface Admitted {
  readonly handshake: Handshake;
  readonly audience: Audience;
}

interface Connected extends Admitted {
  /** Ends when what was asked for before has been answered. */
  asking: Promise<unknown>;
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
