import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from '../../scripts/portal-process.ts';
import { withoutQuota } from '../targets.ts';

/** A request of the benchmark; the caller's key is added where the API wants it. */
export interface Attack {
  name: string;
  method: string;
  /** Below the origin. */
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

interface Sent {
  /** 0 if the server closed the connection before its response could be read. */
  status: number;
  bytes: number;
  milliseconds: number;
}

/** The real server in a process of its own, whose event loop is watched. */
export interface WatchedServer {
  /** A new guest's key. */
  guest(): Promise<string>;
  send(attack: Omit<Attack, 'name'>, key: string): Promise<Sent>;
  /** The longest hold of the event loop since the last call, in milliseconds. */
  longestHold(): Promise<number>;
  end(): Promise<void>;
}

export async function startWatchedServer(specsPath: string): Promise<WatchedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-worst-'));
  const socketPath = join(folder, 'loop');
  const portal = await startPortal({
    DATA_DIR: folder,
    DATABASE_URL: '',
    LIMITS: 'off',
    GUESTS_PER_HOUR: '1000',
    SPECS_PATH: specsPath,
    LOOP_SOCKET: socketPath,
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'watch-loop.ts')}`,
    ...withoutQuota,
  });
  const agent = new Agent({ keepAlive: true });
  return {
    async guest() {
      const response = await fetch(`${portal.origin}/platform/v1/guest_workspaces`, { method: 'POST' });
      const guest = (await response.json()) as { api_key: { secret: string } };
      return guest.api_key.secret;
    },
    send: async ({ method, path, headers, body }, key) => {
      const began = performance.now();
      const { status, text } = await exchange(
        portal.origin + path,
        { method, agent, headers: { ...credentials(path, key), ...headers } },
        body,
      );
      return { status, bytes: text.length, milliseconds: performance.now() - began };
    },
    async longestHold() {
      return Number((await exchange('http://loop/', { socketPath })).text);
    },
    async end() {
      agent.destroy();
      await portal.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every API of the project, and those without a profile, take the key in a way of their own. */
function credentials(path: string, key: string): Record<string, string> {
  return {
    authorization: path.startsWith('/sandbox/notas') ? `Basic ${btoa(`${key}:x`)}` : `Bearer ${key}`,
    apikey: key,
    'x-chave-biblioteca': key,
    'x-api-key': key,
  };
}

function exchange(
  url: string,
  options: Parameters<typeof request>[1],
  body?: string | Buffer,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options as object, (response) => {
      let text = '';
      response.setEncoding('latin1').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    // A server that refuses a large body closes the connection while it is still being sent.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      /^(ECONNRESET|EPIPE)$/.test(error.code ?? '') ? resolve({ status: 0, text: '' }) : reject(error),
    );
    sent.end(body);
  });
}
