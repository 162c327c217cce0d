import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two pieces, and for all of them. */
const longestPause = 100;
const longest = 2_000;

/** A stream of texts with a short pause between them, as they come from a server that makes them; `stopped` ends it at once. */
export function pacedPieces(pieces: string[], stopped: AbortSignal): Readable {
  const pause = Math.min(longestPause, longest / pieces.length);
  async function* write() {
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) await sleep(pause, undefined, { signal: stopped }).catch(() => undefined);
      if (stopped.aborted) return;
      yield piece;
    }
  }
  return Readable.from(write());
}
