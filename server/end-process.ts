import type { Log } from './log.ts';

export interface Ending {
  log: Log;
  /** For how long the server goes on serving after SIGTERM, so that proxies see that it ends. */
  drainSeconds: number;
  drain(): void;
  /** Whether somebody else acts at signals, and then ends the process. */
  leavesSignals?: boolean;
  /** Whether something that nothing caught is the fault of one API alone, and noted: the others go on. */
  isOfOneApi?(error: unknown, isRejection: boolean): boolean;
  /** Finishes what is in flight and closes everything. */
  close(): Promise<void>;
}

/** After the drain; platforms kill a process 30 s after SIGTERM. */
const closesWithin = 20_000;
/** After a fault that nothing caught, the state of the process is unknown: only what ends quickly is finished. */
const failsWithin = 5_000;
/** For a reader of the log that has stopped reading. */
const logsWithin = 1_000;

const exitCodes = { SIGINT: 130, SIGTERM: 143 };

/**
 * Ends the process in order, at SIGTERM, SIGINT (without a drain: somebody waits at a terminal), and an error that nothing
 * caught: exit code 0 after a signal, 1 after an error or when closing takes too long. A second signal ends it at once. Returns a
 * function that ends it in order, with an exit code.
 */
export function endInOrder({
  log,
  drainSeconds,
  drain,
  close,
  leavesSignals,
  isOfOneApi,
}: Ending): (code: number) => void {
  let isEnding = false;
  const exit = (code: number) => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), logsWithin);
    // While exiting, the log would try for ever to write what nobody reads; here, it learns that from the first error.
    log.flush(() => process.exit(code));
  };

  const end = async (code: number, seconds: number, within: number) => {
    isEnding = true;
    drain();
    const late = () => {
      log.error(`Not everything in flight has ended within ${within / 1000} s.`);
      exit(1);
    };
    setTimeout(late, seconds * 1000 + within).unref();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    await close().catch((error) => {
      log.error(error);
      code = 1;
    });
    exit(code);
  };

  for (const signal of leavesSignals ? [] : (['SIGINT', 'SIGTERM'] as const)) {
    process.on(signal, () => {
      if (isEnding) exit(exitCodes[signal]);
      else void end(0, signal === 'SIGTERM' ? drainSeconds : 0, closesWithin);
    });
  }
  // A rejected promise that nothing awaits arrives here, too.
  process.on('uncaughtException', (error, origin) => {
    if (isOfOneApi?.(error, origin === 'unhandledRejection')) return log.error(error);
    log.fatal(error);
    if (!isEnding) void end(1, 0, failsWithin);
  });
  return (code) => {
    if (!isEnding) void end(code, 0, closesWithin);
  };
}

/** Lets a server live on whose output nobody reads any more: `npm start | head`. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
