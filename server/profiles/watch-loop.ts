import { url } from 'node:inspector';
import { Worker } from 'node:worker_threads';
import { ownExtension } from '../settings/own-extension.ts';
import { findProfileFolder } from './profile-folders.ts';

/** How often this thread says that it is alive, in milliseconds. */
const interval = 1_000;

/** Code of a profile that held the event loop, so that no other call was answered. */
export interface Held {
  folder: string;
  file: string;
  line: number;
  /** `GET /visits`, where a request led to it. */
  call: string | undefined;
}

type Listener = (held: Held) => void;

const listeners = new Set<Listener>();
const file = new URL(`loop-thread${ownExtension}`, import.meta.url);
let thread: Worker | undefined;

/**
 * Watches the event loop from a thread, which tells on standard error what code of a profile has held it for five seconds, and ends
 * the process after a minute: a loop that is held answers nobody, and hears no signal. What holds it without running
 * JavaScript, such as `execSync`, is told without a place, and nothing is ended.
 */
export function watchLoop(folder: string): void {
  thread ??= startThread();
  thread.postMessage(folder);
}

function startThread(): Worker {
  const beats = new Int32Array(new SharedArrayBuffer(8));
  const beat = () => {
    Atomics.add(beats, 0, 1);
    // Whoever debugs may stop the thread for as long as they look at it.
    Atomics.store(beats, 1, url() ? 1 : 0);
  };
  setInterval(beat, interval).unref();
  // The thread's Node.js says that stripping types is experimental.
  const started = new Worker(file, { workerData: beats, execArgv: ['--disable-warning=ExperimentalWarning'] });
  started.on('message', ({ frames, call }: { frames: { file: string; line: number }[]; call?: string }) => {
    for (const { file, line } of frames) {
      const folder = findProfileFolder(file);
      if (!folder) continue;
      for (const tell of listeners) tell({ folder, file, line, call });
      return;
    }
  });
  started.on('error', (error) => process.emitWarning(error as Error));
  started.unref();
  return started;
}

/** Calls back when the event loop is free again that code of a profile has held; returns what ends it. */
export function followHolds(tell: Listener): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}
