import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type LostCommit = 'before' | 'during' | 'after';

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
  /** Breaks the connection of the next transaction that has sent this text: before its COMMIT arrives, while it is executed, or after. */
  loseCommit(when: LostCommit, text: string): void;
  /** Connects to another server from now on, and breaks the open connections. */
  aimAt(target: string): void;
  open(): void;
  close(): Promise<void>;
}

export async function startDatabaseProxy(target: string): Promise<DatabaseProxy> {
  let { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let mode: 'open' | 'refusing' | 'frozen' = 'open';
  let lost: { when: LostCommit; text: string } | undefined;
  const server = createServer((inside) => {
    if (mode === 'refusing') return void inside.resetAndDestroy();
    const outside = connect(Number(port || 5432), hostname);
    let isMeant = false;
    inside.on('data', (message: Buffer) => {
      const query = simpleQuery(message);
      if (query === 'begin') isMeant = false;
      else if (lost && message.includes(lost.text)) isMeant = true;
      if (query !== 'commit' || !lost || !isMeant) return;
      const reset = () => {
        outside.resetAndDestroy();
        inside.resetAndDestroy();
      };
      if (lost.when === 'before') reset();
      else if (lost.when === 'during') setImmediate(() => inside.resetAndDestroy());
      // A connection has one query at a time, so what comes next is the answer.
      else outside.unpipe(inside).once('data', reset).resume();
      lost = undefined;
    });
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
    loseCommit: (when, text) => {
      lost = { when, text };
    },
    aimAt: (another) => {
      ({ hostname, port } = new URL(another));
      cut();
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

/** The text of a message of PostgreSQL's protocol that is a simple query: its type, its length, its text, and a zero. */
function simpleQuery(message: Buffer): string | undefined {
  return message[0] === 0x51 ? message.toString('latin1', 5, message.length - 1) : undefined;
}
