import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy before PostgreSQL that fails as networks and servers do. */
export interface DatabaseProxy {
  /** The database's address through the proxy. */
  url: string;
  /** Breaks all open connections. */
  cut(): void;
  /** Refuses new connections, and breaks the open ones, until `open`. */
  refuse(): void;
  /** Passes nothing on in either direction, without a word, until `open`. */
  freeze(): void;
  open(): void;
  close(): Promise<void>;
}

export async function startDatabaseProxy(target: string): Promise<DatabaseProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let mode: 'open' | 'refusing' | 'frozen' = 'open';
  const server = createServer((inside) => {
    if (mode === 'refusing') return void inside.resetAndDestroy();
    const outside = connect(Number(port || 5432), hostname);
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
      if (mode === 'frozen') from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: url.href,
    cut,
    refuse: () => {
      mode = 'refusing';
      cut();
    },
    freeze: () => {
      mode = 'frozen';
      for (const socket of sockets) socket.pause();
    },
    open: () => {
      mode = 'open';
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
