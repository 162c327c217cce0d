import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Lets each address have so many open connections, so that one cannot use up all; what comes beyond is refused. 0 sets no limit. */
export function limitConnections(server: Server, most: number, refuse: (socket: Socket) => void): void {
  if (most === 0) return;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address } = socket;
    if (address === undefined) return;
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (count > most) refuse(socket);
  });
}
