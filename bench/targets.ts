import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from '../scripts/portal-process.ts';

/** A server under test, in a separate process. */
export interface Target {
  name: string;
  /** URL of the collection to write to. */
  url: string;
  headers: Record<string, string>;
  end: () => Promise<void>;
}

/** A guest who may store more than any benchmark does. */
export const withoutQuota = { GUEST_RECORDS: '100000000', GUEST_STORAGE_MIB: '1000000' };

/** The real server of a checkout, started like `npm start`, with a guest's key. */
export async function startCais(
  name = 'Cais',
  { checkout, ...more }: { checkout?: string } & Record<string, string | undefined> = {},
): Promise<Target & { readyAfter: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-bench-'));
  const settings = { DATA_DIR: folder, DATABASE_URL: '', LIMITS: 'off', ...withoutQuota, ...more };
  const portal = await startPortal(settings, { checkout });
  const response = await fetch(`${portal.origin}/platform/v1/guest_workspaces`, { method: 'POST' });
  const guest = (await response.json()) as { api_key: { secret: string } };
  return {
    name,
    url: `${portal.origin}/sandbox/notas/v1/customers`,
    headers: basic(guest.api_key.secret),
    readyAfter: portal.readyAfter,
    async end() {
      await portal.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same two operations written by hand: an upper bound for an endpoint with these features. */
export async function startHandWritten(): Promise<Target> {
  const child = fork(join(import.meta.dirname, 'hand-written.ts'));
  const [[origin, secret]] = (await once(child, 'message')) as [[string, string]];
  return {
    name: 'by hand',
    url: `${origin}/customers`,
    headers: basic(secret),
    async end() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** The header of a key sent as the user name of HTTP Basic. */
export function basic(secret: string): Record<string, string> {
  return { authorization: `Basic ${btoa(`${secret}:x`)}` };
}
