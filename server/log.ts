import pino, { type Logger, type LoggerOptions } from 'pino';
import { type DatabaseFailure, findFailure } from './db/database-failure.ts';

/** The server's log. Each line is JSON, without queries and headers: they may hold keys. */
export type Log = Logger;

/** Where lines are written; standard output unless a caller passes its own. */
export interface LogStream {
  write(line: string): void;
}

/** Lines are buffered for up to a second so that no request waits for them; the rest is written when the process ends. */
const buffered = { sync: false, minLength: 16_000, periodicFlush: 1000 };

/** In milliseconds: how often the log tells that the database still fails in the same way. */
const pause = 10_000;

/** Creates the log. A failure of the database stops every request: it is told by name, once in ten seconds, with a count. */
export function createLog(level: string, stream: LogStream = pino.destination(buffered)): Log {
  const req = ({ method, url }: { method: string; url?: string }) => ({ method, path: url?.split('?')[0] });
  return pino({ level, serializers: { ...pino.stdSerializers, req }, hooks: tellFailuresOnce() }, stream);
}

function tellFailuresOnce(): LoggerOptions['hooks'] {
  const told = new Map<DatabaseFailure, { at: number; untold: number }>();
  return {
    logMethod(given, write) {
      const [first] = given as unknown[];
      const entry = first instanceof Error ? { err: first } : (first as { err?: unknown } | undefined);
      const failure = findFailure(entry?.err);
      if (!failure) return write.apply(this, given);
      const last = told.get(failure);
      if (last && performance.now() - last.at < pause) return void last.untold++;
      told.set(failure, { at: performance.now(), untold: 0 });
      write.apply(this, [{ ...entry, untold: last?.untold ?? 0 }, `The database fails: ${failure}`]);
    },
  };
}
