import pino, { type Logger } from 'pino';

/** The server's log. Each line is JSON, without queries and headers: they may hold keys. */
export type Log = Logger;

/** Where lines are written; standard output unless a caller passes its own. */
export interface LogStream {
  write(line: string): void;
}

/** Lines are buffered for up to a second so that no request waits for them; the rest is written when the process ends. */
const buffered = { sync: false, minLength: 16_000, periodicFlush: 1000 };

export function createLog(level: string, stream: LogStream = pino.destination(buffered)): Log {
  const req = ({ method, url }: { method: string; url?: string }) => ({ method, path: url?.split('?')[0] });
  return pino({ level, serializers: { ...pino.stdSerializers, req } }, stream);
}
