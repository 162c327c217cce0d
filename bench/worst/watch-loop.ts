// Loaded before the server (`--import`), by the benchmark alone: tells on a local socket for how long the event loop was held.
import { createServer } from 'node:http';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds between two looks at the loop. */
const INTERVAL = 1;

if (isMainThread && process.env.LOOP_SOCKET) {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - INTERVAL);
    last = now;
  };
  setInterval(look, INTERVAL).unref();
  // Answers with the longest hold, in milliseconds, since the last time that it was asked.
  const watch = createServer((_request, response) => {
    look();
    response.end(longest.toFixed(1));
    longest = 0;
  });
  watch.listen(process.env.LOOP_SOCKET).unref();
}
