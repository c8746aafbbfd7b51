import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { isAllowedHandshake } from '../security/origins.ts';
import type { Settings } from '../settings.ts';

/** Opens sockets over websockets alone, for pages of the server's own origins. */
export class LiveAdapter extends IoAdapter {
  private readonly settings: Settings;

  constructor(app: INestApplicationContext, settings: Settings) {
    super(app);
    this.settings = settings;
  }

  private readonly isAllowed: NonNullable<ServerOptions['allowRequest']> = (request, decide) =>
    decide(null, isAllowedHandshake(request, this.settings));

  override createIOServer(port: number, options?: ServerOptions): Server {
    if (!options) throw new Error('sockets were to be opened without options');
    const server: Server = super.createIOServer(
      port,
      Object.assign(options, {
        transports: ['websocket' as const],
        serveClient: false,
        // Nobody has more to say than which run they want.
        maxHttpBufferSize: 20_000,
        pingInterval: 5000,
        pingTimeout: 5000,
        allowRequest: this.isAllowed,
      }),
    );
    return server;
  }
}
