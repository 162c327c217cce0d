import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Whether this server is about to end: it still serves, but wants no new connections. */
export interface Draining {
  isOn(): boolean;
  start(): void;
}

const sweepEvery = 50;

/** Closes connections that are idle, again and again, once a server takes no new ones; returns what ends it. */
export function sweepIdle(server: Server): () => void {
  const sweep = setInterval(() => {
    // Idle is also a new connection whose request is on its way: as long as the server takes some, none is closed.
    if (!server.listening) server.closeIdleConnections();
  }, sweepEvery);
  return () => clearInterval(sweep);
}

export function createDraining(): Draining {
  let on = false;
  return {
    isOn: () => on,
    start: () => {
      on = true;
    },
  };
}

/**
 * Lets connections end without a lost request: while draining and closing, each response asks to close its own (RFC 9112, 9.6),
 * and those that become idle while the server closes are closed, which would hold it open for another minute.
 */
export function closeConnectionsGently(app: FastifyInstance, draining: Draining): void {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining.isOn()) reply.header('connection', 'close');
    done();
  });
  app.addHook('preClose', async () => {
    draining.start();
    app.server.once('close', sweepIdle(app.server));
  });
}
