import pino, { type Logger } from 'pino';

/** The server's log; each line is JSON, and holds neither queries nor headers: there may be keys in them. */
export type Log = Logger;

/** Where lines go; standard output unless somebody wants to read them. */
export interface LogStream {
  write(line: string): void;
}

/** Lines gather for a second at most, so that no request waits for them; what is left is written when the process ends. */
const unhurried = { sync: false, minLength: 16_000, periodicFlush: 1000 };

export function createLog(level: string, stream: LogStream = pino.destination(unhurried)): Log {
  const req = ({ method, url }: { method: string; url?: string }) => ({ method, path: url?.split('?')[0] });
  return pino({ level, serializers: { ...pino.stdSerializers, req } }, stream);
}
