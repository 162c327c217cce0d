import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from '../../scripts/portal-process.ts';
import { root } from '../../scripts/run-child.mjs';

interface DownloadFigures {
  /** Of the first download, in milliseconds. */
  milliseconds: number;
  megabytes: number;
  /** For how long the event loop was held at most: by the download, and by what the server does when it has become ready. */
  held: number;
  heldBefore: number;
}

/** Downloads a file of a portal's server for the first time, so many seconds after it has become ready. */
export async function measureDownload(
  env: NodeJS.ProcessEnv,
  path: string,
  { after }: { after: number },
): Promise<DownloadFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-large-'));
  const socket = join(folder, 'loop.sock');
  const watch = { LOOP_SOCKET: socket, NODE_OPTIONS: `--import=${join(root, 'bench/worst/watch-loop.ts')}` };
  const portal = await startPortal({ ...env, ...watch, DATA_DIR: folder });
  try {
    await longestHold(socket);
    await new Promise((resolve) => setTimeout(resolve, after * 1000));
    const heldBefore = await longestHold(socket);
    const started = performance.now();
    const response = await fetch(`${portal.origin}${path}`);
    const bytes = (await response.arrayBuffer()).byteLength;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const milliseconds = performance.now() - started;
    return { milliseconds, megabytes: bytes / 1e6, held: await longestHold(socket), heldBefore };
  } finally {
    await portal.end();
  }
}

/** The longest hold since this was last asked (bench/worst/watch-loop.ts). */
function longestHold(socketPath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, path: '/' }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve(Number(text));
    });
    asking.on('error', reject).end();
  });
}
