import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { createContext } from '../create-context.ts';
import { openDatabase } from '../db/open-database.ts';
import { createFaultBook } from '../openapi/isolation/fault-book.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Portal } from '../settings/portal/read-portal.ts';

interface SentRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, string>;
  body?: string;
}

interface ReceivedAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** The server in this process: nothing reaches it from outside, and its data goes with it. */
export interface InProcessSandbox {
  send(request: SentRequest): Promise<ReceivedAnswer>;
  close(): Promise<void>;
}

/** Serves APIs in this process, on a SQLite file of their own; `publicUrl` is what responses call themselves. */
export async function openSandbox(apis: ServedApi[], portal: Portal, publicUrl: string): Promise<InProcessSandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-sandbox-'));
  // Only what is set here counts: the settings of the process are those of a server that others reach.
  const config = readConfig({
    DATA_DIR: folder,
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'silent',
    REQUEST_LOG: 'off',
    GUESTS_PER_HOUR: '100000',
  });
  const db = await openDatabase(config.databaseUrl);
  const close = async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const served = { apis: new Map(apis.map((api) => [api.slug, api])), faults: createFaultBook() };
    const app = await buildApp(await createContext(config, { db, portal, served }));
    return {
      send: async ({ method, url, headers, body }) => {
        const sent = {
          method: method as InjectOptions['method'],
          url,
          headers,
          ...(body !== undefined && { payload: body }),
        };
        const { statusCode, headers: received, rawPayload } = await app.inject(sent);
        return { status: statusCode, headers: pairsOf(received), body: rawPayload };
      },
      close: async () => {
        await app.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function pairsOf(headers: Record<string, string | string[] | number | undefined>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [value].flat().map((each) => [name, String(each)]),
  );
}
