import type { Server } from 'node:net';
import type { FastifyInstance, FastifyListenOptions } from 'fastify';
import { sweepIdle } from './draining.ts';
import type { HeldPort } from './held-port.ts';

/** How an app takes the ports that are held for it. */
interface HeldPorts {
  /** Serves a port beside the app's own, with all limits of that one. */
  serveAlso(held: HeldPort): void;
  /** Makes a port the app's own. */
  listen(held: HeldPort): Promise<void>;
}

/** Lets an app serve held ports, for as long as it lives; must be called before it is ready. */
export function serveHeldPorts(app: FastifyInstance): HeldPorts {
  const served: Server[] = [];
  let closed: Promise<unknown> = Promise.resolve();
  app.addHook('preClose', async () => {
    closed = Promise.all(served.map((server) => new Promise((done) => server.close(done))));
  });
  // The app itself knows of its own port's connections alone, and would not wait for these.
  app.addHook('onClose', async () => {
    const endSweep = sweepIdle(app.server);
    await closed;
    endSweep();
  });
  const serve = (server: Server) => {
    served.push(server);
    server.removeAllListeners('connection');
    server.on('connection', (socket) => app.server.emit('connection', socket)).ref();
  };
  return {
    serveAlso: ({ servers }) => servers.forEach(serve),
    listen: async ({ servers: [own, ...others] }) => {
      const { address: host, port } = own.address() as { address: string; port: number };
      // Node takes over the socket of whatever has a `_handle` (`server.listen(handle)`), and Fastify passes it on.
      const { _handle } = own.ref() as unknown as { _handle: object };
      await app.listen({ host, port, _handle } as FastifyListenOptions);
      others.forEach(serve);
    },
  };
}
