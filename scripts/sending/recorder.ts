import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody, type SentBody } from './read-body.ts';
import { readPairs } from './read-pairs.ts';

/** A request as a server reads it. */
export interface SentRequest {
  method: string;
  /** As it was sent. */
  url: string;
  /** Its segments, decoded. */
  path: string[];
  /** Pairs in their order, decoded. */
  query: [name: string, value: string][];
  headers: Record<string, string>;
  cookies: string[];
  body: SentBody | undefined;
  /** What was answered. */
  status: number;
}

/** Answers a request; 200 by default. */
export type Answer = (request: IncomingMessage, body: Buffer) => Promise<number>;

/** What each client adds by itself, and a server does not ask for. */
const ofClients =
  /^(host|connection|content-length|transfer-encoding|user-agent|accept|accept-encoding|accept-language|cache-control|postman-token|sec-.*|expect|pragma|priority|cookie|content-type)$/;

/** Starts a server that keeps each request, in the form in which requests of different clients can be compared. */
export async function startRecorder() {
  let answer: Answer = async () => 200;
  const sent: SentRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const status = await answer(request, bytes);
    const { method = '', url = '', headers, rawHeaders } = request;
    const at = url.indexOf('?');
    const [path, query] = at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
    const pairs = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1]]] : [],
    );
    sent.push({
      method,
      url,
      path: path.split('/').slice(1).map(decodeURIComponent),
      query: readPairs(query),
      headers: Object.fromEntries(pairs.filter(([name = '']) => !ofClients.test(name)).sort()),
      cookies: (headers.cookie ?? '').split(/; ?/).filter(Boolean),
      body: readBody(bytes, headers['content-type']),
      status,
    });
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerBy: (other: Answer) => {
      answer = other;
    },
    /** The requests since the last call. */
    take: () => sent.splice(0),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
