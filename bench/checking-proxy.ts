import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** In milliseconds: a server is asked this often whether it is ready, and has as long to answer. */
export const checkEvery = 250;

interface Node {
  origin: string;
  agent: Agent;
  isReady: boolean;
}

/** A reverse proxy before several servers, as operators have one: it sends requests only to those whose `/readyz` says 200. */
export async function startProxy(origins: string[]) {
  const nodes = origins.map((origin): Node => ({ origin, agent: new Agent({ keepAlive: true }), isReady: false }));
  const counts = { retried: 0, unserved: 0 };
  let turn = 0;

  const check = async (node: Node) => {
    const signal = AbortSignal.timeout(checkEvery);
    const answer = await fetch(`${node.origin}/readyz`, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    node.isReady = answer?.status === 200;
  };
  const checks = setInterval(() => nodes.forEach(check), checkEvery);
  await Promise.all(nodes.map(check));

  const server = createServer(async (incoming, reply) => {
    const body = await buffer(incoming);
    const ready = nodes.filter(({ isReady }) => isReady);
    // Each of them once, the next one first.
    const first = turn++;
    for (let offset = 0; offset < ready.length; offset++) {
      const node = ready[(first + offset) % ready.length] as Node;
      const error = await forward(node, incoming, body, reply);
      if (!error) return;
      if (!mayRepeat(incoming, error)) break;
      counts.retried++;
    }
    counts.unserved++;
    if (!reply.headersSent) reply.writeHead(502).end();
    else reply.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    counts,
    isReady: (origin: string) => nodes.some((node) => node.origin === origin && node.isReady),
    close: () => {
      clearInterval(checks);
      server.closeAllConnections();
      server.close();
      for (const { agent } of nodes) agent.destroy();
    },
  };
}

/** Resolves with what failed, or with nothing when the response was passed on. */
function forward(
  { origin, agent }: Node,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  reply: ServerResponse,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const outgoing = request(origin + url, { method, headers, agent }, (response) => {
      const { connection: _, 'keep-alive': __, ...passed } = response.headers;
      reply.writeHead(response.statusCode ?? 502, passed);
      response.pipe(reply);
      response.on('end', () => resolve(undefined)).on('error', resolve);
    });
    outgoing.on('error', resolve);
    outgoing.end(body);
  });
}

/** As proxies do: what no server has received, and what may be done twice (RFC 9110, 9.2.2), unless the response has begun. */
function mayRepeat({ method = '' }: IncomingMessage, { code }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNREFUSED' || ['GET', 'HEAD', 'PUT', 'DELETE'].includes(method);
}
