import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { ownExtension } from '../settings/own-extension.ts';

/** How large SQLite's log becomes before it is written back, in bytes. */
const largest = 32 * 2 ** 20;
/** How often its size is looked at, and how often it is written back at most, in milliseconds. */
const interval = 250;
const pause = 2_000;

const file = new URL(`checkpoint-thread${ownExtension}`, import.meta.url);

/** The thread's Node.js says that stripping types is experimental. */
const execArgv = ['--disable-warning=ExperimentalWarning'];

/**
 * Writes SQLite's log back to its file when it has become large, in a thread: a commit that did so itself would hold the event loop
 * for a tenth of a second. Should that fail, a commit does so after all (`wal_autocheckpoint`). Returns what ends it.
 */
export function writeBackInThread(path: string): () => void {
  let [isWriting, writtenAt, seen] = [false, 0, 0];
  const look = () => {
    const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
    // Its file keeps its size until somebody writes again; what did not change was written back.
    if (isWriting || !log || log.size < largest || log.mtimeMs === seen || Date.now() - writtenAt < pause) return;
    [isWriting, seen] = [true, log.mtimeMs];
    const thread = new Worker(file, { workerData: path, execArgv });
    thread.on('error', (error) => process.emitWarning(error as Error));
    thread.on('exit', () => {
      [isWriting, writtenAt] = [false, Date.now()];
    });
    thread.unref();
  };
  const timer = setInterval(look, interval).unref();
  return () => clearInterval(timer);
}
