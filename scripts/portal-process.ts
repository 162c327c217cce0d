import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../server/net/free-port.ts';
import { compileCache, projectNode, root } from './run-child.mjs';

export interface Portal {
  origin: string;
  /** Its public URL: the origin, and the path if it lies below one. */
  url: string;
  pid: number;
  /** Milliseconds from process start until ready. */
  readyAfter: number;
  /** The server's output, available after it has exited. */
  output: () => string;
  /** Sends a signal (SIGTERM by default) and waits for the exit; resolves with the exit code. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

interface PortalOptions {
  port?: number;
  /** The path of its public URL, such as `/developers`. */
  path?: string;
  /** The folder of another checkout, or of a package, of which the server is to be. */
  checkout?: string;
}

/** Starts the real server in a separate process and waits until it is ready. */
export async function startPortal(
  env: NodeJS.ProcessEnv,
  { port, path = '', checkout = root }: PortalOptions = {},
): Promise<Portal> {
  const origin = `http://127.0.0.1:${port ?? (await freePort())}`;
  const started = performance.now();
  // Log to a file: with a pipe, a full buffer would block the server.
  const log = join(tmpdir(), `cais-${crypto.randomUUID()}.log`);
  const written = openSync(log, 'w');
  const server = spawn(projectNode, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', serverOf(checkout)], {
    cwd: checkout,
    env: {
      ...process.env,
      ...compileCache,
      HOST: '127.0.0.1',
      PORT: new URL(origin).port,
      PUBLIC_URL: origin + path,
      ...env,
    },
    stdio: ['ignore', written, written],
  });
  closeSync(written);
  let output = '';
  const gone = once(server, 'exit').then(() => {
    output = readFileSync(log, 'utf8');
    rmSync(log);
  });
  while (!(await isReady(origin))) {
    if (server.exitCode !== null || performance.now() - started > 60_000) {
      server.kill('SIGKILL');
      await gone;
      throw new Error(`The server did not become ready:\n${output}`);
    }
    await sleep(20);
  }
  return {
    origin,
    url: origin + path,
    pid: server.pid as number,
    readyAfter: performance.now() - started,
    output: () => output,
    async end(signal = 'SIGTERM') {
      if (server.exitCode === null) server.kill(signal);
      await gone;
      return server.exitCode;
    },
  };
}

function serverOf(checkout: string): string {
  const [source, compiled] = ['ts', 'js'].map((extension) => join(checkout, `server/main.${extension}`)) as [
    string,
    string,
  ];
  return existsSync(source) ? source : compiled;
}

async function isReady(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/readyz`).catch(() => undefined);
  await response?.body?.cancel();
  return response?.status === 200;
}
