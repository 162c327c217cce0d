import { lookup } from 'node:dns/promises';
import { createServer, type Server } from 'node:net';

/** A port that this process has at each address of a host, before anything is served there. */
export interface HeldPort {
  port: number;
  /** One for each address. They keep no process alive until they are served. */
  servers: [Server, ...Server[]];
}

/** How often another port is tried, where any will do and one is taken at the second address. */
const rounds = 20;

/** Takes a port, or any that is free (0), at every address of a host. Callers who come before it is served are turned away. */
export async function holdPort(host: string, port: number): Promise<HeldPort> {
  const [first, ...others] = new Set((await lookup(host, { all: true })).map(({ address }) => address));
  for (let round = 1; ; round++) {
    const server = await listen(port, first as string);
    const held: HeldPort = { port: portOf(server), servers: [server] };
    try {
      for (const address of others) held.servers.push(...(await listenIfThere(held.port, address)));
      return held;
    } catch (error) {
      for (const each of held.servers) each.close();
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (port !== 0 || !isTaken || round === rounds) throw error;
    }
  }
}

/** A machine may know a name for an address that it does not have: `localhost` is `::1` where IPv6 is off. */
async function listenIfThere(port: number, address: string): Promise<Server[]> {
  try {
    return [await listen(port, address)];
  } catch (error) {
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

async function listen(port: number, address: string): Promise<Server> {
  // As Node's own HTTP server has it.
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => socket.destroy());
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, address, done));
  return server.unref();
}

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}
