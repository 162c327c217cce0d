import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { stationUrl } from '../../../server/testing/foreign-portal.ts';

export interface Station {
  /** The requests that it got, preflights aside. */
  calls: IncomingMessage[];
  close: () => Promise<void>;
}

/** A server of a provider, with or without the headers by which pages of others may call it. */
export async function openStation({ isOpen }: { isOpen: boolean }): Promise<Station> {
  const calls: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    if (isOpen)
      response
        .setHeader('access-control-allow-origin', '*')
        .setHeader('access-control-allow-headers', '*, authorization');
    if (request.method === 'OPTIONS') return response.writeHead(isOpen ? 204 : 405).end();
    calls.push(request);
    return response.setHeader('content-type', 'application/json').end('{"data":[{"name":"York"}]}');
  });
  await listen(server);
  return {
    calls,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server): Promise<void> {
  const { hostname, port } = new URL(stationUrl);
  server.listen(Number(port), hostname);
  await once(server, 'listening');
}
