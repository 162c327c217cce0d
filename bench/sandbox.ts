import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/run-child.mjs';

/**
 * How long `cais sandbox` takes from its start to its first line, in the middle of several starts: `npm run bench:sandbox --
 * [document …]`. The first start of all compiles the code, and is shown apart.
 */
const rounds = Number(process.env.ROUNDS ?? 7);
const documents =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ['e2e/specs/biblioteca/openapi.yaml', 'specs/notas/openapi.yaml', 'specs/crm/openapi.yaml', 'specs'];

const cache = mkdtempSync(join(tmpdir(), 'cais-bench-'));
console.log(`first start, nothing compiled: ${await start(documents[0] as string)} ms`);
for (const document of documents) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await start(document));
  times.sort((a, b) => a - b);
  const size = statSync(document).isFile() ? `${Math.round(statSync(document).size / 1024)} kB` : 'a folder';
  const [middle, slowest] = [times[Math.floor(rounds / 2)], times.at(-1)];
  console.log(`${document} (${size}): ${middle} ms, slowest of ${rounds} ${slowest} ms`);
}
rmSync(cache, { recursive: true });

/** Starts it once, and ends it as soon as it is ready; returns milliseconds. */
async function start(document: string): Promise<number> {
  const begun = performance.now();
  const args = [join(root, 'cli/cais.mjs'), 'sandbox', document, '--port', '0', '--json'];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line] = await Promise.race([once(child.stdout, 'data'), exited.then(() => [undefined])]);
  if (line === undefined) throw new Error(`${document} is not served.`);
  const milliseconds = Math.round(performance.now() - begun);
  child.kill();
  await exited;
  return milliseconds;
}
