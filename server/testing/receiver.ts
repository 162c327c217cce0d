import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A complete request that a receiver got. */
interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
}

export type Respond = (request: IncomingMessage, response: ServerResponse, received: Received) => unknown;

/** A real HTTP server that receives webhooks; its response can be changed at any time. */
export interface Receiver {
  url: string;
  received: Received[];
  respond: Respond;
  close(): Promise<void>;
}

export const accept: Respond = (_request, response) => response.end('ok');

/** Responds with a status, and optional headers. */
export const answering =
  (status: number, headers: Record<string, string> = {}): Respond =>
  (_request, response) =>
    response.writeHead(status, headers).end();

export async function startReceiver(respond: Respond = accept): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const received: Received = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
      at: Date.now(),
    };
    receiver.received.push(received);
    await receiver.respond(request, response, received);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: [],
    respond,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
