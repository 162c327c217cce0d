import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Portal, startPortal } from '../../scripts/portal-process.ts';
import { allSpecs, testFolder } from '../../server/testing/test-specs.ts';

export interface JourneyOptions {
  language: 'pt-BR' | 'en';
}

export interface Journey {
  /** Of two texts the one in this journey's language. */
  say: (portuguese: string, english: string) => string;
  /** Opens a page of the portal in this journey's language; it has to be there, unless another status is expected. */
  visit: (path: string, status?: number) => Promise<void>;
  /** Fails the journey when a page throws, or asks another host for anything. */
  quiet: undefined;
}

/** Settings of a server that serves the built portal of the tests, with its data in `folder`. */
export function serverSettings(folder: string): NodeJS.ProcessEnv {
  return {
    CAIS_DIR: testFolder,
    SPECS_PATH: allSpecs(),
    DATA_DIR: folder,
    DATABASE_URL: '',
    GUESTS_PER_HOUR: '10000',
    SIGN_INS_PER_HOUR: '10000',
    LOG_LEVEL: 'warn',
  };
}

/** Runs something with a folder that is gone afterwards. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-e2e-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Playwright's test with the real server behind it, one for each worker. */
export const test = base.extend<JourneyOptions & Journey, { portal: Portal }>({
  language: ['pt-BR', { option: true }],

  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that this one needs from the pattern.
    async ({}, use) => {
      await withFolder(async (folder) => {
        const portal = await startPortal(serverSettings(folder));
        await use(portal);
        await portal.end();
      });
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ portal }, use) => {
    await use(portal.origin);
  },

  say: async ({ language }, use) => {
    await use((portuguese, english) => (language === 'en' ? english : portuguese));
  },

  visit: async ({ page, say, quiet: _ }, use) => {
    await use(async (path, status = 200) => {
      const response = await page.goto(say(path, `/en${path}`));
      // Going to another place of the same page asks the server for nothing.
      if (response) expect(response.status(), path).toBe(status);
    });
  },

  quiet: async ({ page, portal }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`The page threw: ${error.message}`));
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(portal.origin)) {
        complaints.push(`The page asked another host: ${request.url()}`);
      }
    });
    await use(undefined);
    expect(complaints).toEqual([]);
  },
});

export { expect };
