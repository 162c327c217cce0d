import { once } from 'node:events';
import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Listens on more ports than the server's own, for as long as it does; must be called before it listens. */
export async function listenAlso(app: FastifyInstance, ports: Iterable<number>, host: string): Promise<void> {
  for (const port of ports) {
    const server = createServer((request, response) => app.routing(request, response));
    app.addHook('preClose', async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    });
    await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done));
  }
}
