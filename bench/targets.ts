import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from '../scripts/portal-process.ts';

/** One of the two servers compared, as a process of its own. */
export interface Target {
  name: string;
  /** Address of the collection that is written to. */
  url: string;
  headers: Record<string, string>;
  end: () => Promise<void>;
}

/** The real server as `npm start` runs it, with a guest's key. */
export async function startCais(): Promise<Target & { readyAfter: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-bench-'));
  const portal = await startPortal({ DATA_DIR: folder, DATABASE_URL: '', LIMITS: 'off' });
  const answer = await fetch(`${portal.origin}/platform/v1/guest_workspaces`, { method: 'POST' });
  const guest = (await answer.json()) as { api_key: { secret: string } };
  return {
    name: 'Cais',
    url: `${portal.origin}/sandbox/notas/v1/customers`,
    headers: { authorization: `Basic ${Buffer.from(`${guest.api_key.secret}:x`).toString('base64')}` },
    readyAfter: portal.readyAfter,
    async end() {
      await portal.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Fastify with a map and nothing else. */
export async function startBareFastify(): Promise<Target> {
  const child = fork(join(import.meta.dirname, 'bare-fastify.ts'));
  const [origin] = await once(child, 'message');
  return {
    name: 'bare Fastify',
    url: `${origin}/records`,
    headers: {},
    async end() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
