import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type Portal, startPortal } from '../../scripts/portal-process.ts';
import { type ForeignPortal, foreignPortal } from '../../server/testing/foreign-portal.ts';
import { allSpecs, testFolder, unpackedPackages } from '../../server/testing/test-specs.ts';

export interface JourneyOptions {
  language: 'pt-BR' | 'en' | 'es';
}

export interface PortalOptions {
  /** The path below which the portal of somebody else lies, such as `/developers`; empty for this project's, which has its host to itself. */
  path: string;
  /** Which of them it is. */
  theirs: ForeignPortal;
}

export interface Journey {
  /** Returns the text in this journey's language. */
  say: (portuguese: string, english: string) => string;
  /** Opens a page in this journey's language and asserts its status, 200 by default. */
  visit: (path: string, status?: number) => Promise<void>;
  /** Fails the journey if a page throws an error, breaks its Content-Security-Policy or sends a request outside the portal. */
  quiet: undefined;
}

/** Settings for a server with the tests' built portal and its data in `folder`. */
export function serverSettings(folder: string): NodeJS.ProcessEnv {
  return {
    CAIS_DIR: testFolder,
    SPECS_PATH: allSpecs(),
    DATA_DIR: folder,
    DATABASE_URL: '',
    GUESTS_PER_HOUR: '10000',
    SIGN_INS_PER_HOUR: '10000',
    SUGGESTIONS_PER_HOUR: '10000',
    LOG_LEVEL: 'warn',
  };
}

/** Runs a function with a temporary folder. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-e2e-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Playwright's test with a real server, one per worker. */
export const test = base.extend<JourneyOptions & Journey, PortalOptions & { portal: Portal }>({
  language: ['pt-BR', { option: true }],
  path: ['', { option: true, scope: 'worker' }],
  theirs: ['whole', { option: true, scope: 'worker' }],

  portal: [
    async ({ path, theirs }, use) => {
      await withFolder(async (folder) => {
        // That of somebody else is built and served by the packages.
        const folders = path ? { PORTAL: foreignPortal(theirs), SPECS_PATH: '', CAIS_DIR: '' } : {};
        const checkout = path ? resolve(unpackedPackages, 'cais') : undefined;
        const portal = await startPortal({ ...serverSettings(folder), ...folders }, { path, checkout });
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
    await use((portuguese, english) => (language === 'pt-BR' ? portuguese : english));
  },

  visit: async ({ page, path: base, language, quiet: _ }, use) => {
    const prefix = language === 'pt-BR' ? '' : `/${language}`;
    await use(async (path, status = 200) => {
      const response = await page.goto(base ? base + path : prefix + path);
      // A navigation within the same page has no response.
      if (response) expect(response.status(), path).toBe(status);
    });
  },

  quiet: async ({ page, path, portal }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`The page threw: ${error.message}`));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text()))
        complaints.push(`The page broke its policy: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !`${request.url()}/`.startsWith(`${portal.origin}${path}/`)) {
        complaints.push(`The page asked another host or path: ${request.url()}`);
      }
    });
    await use(undefined);
    expect(complaints).toEqual([]);
  },
});

/** Waits until React has taken over the page: before, keys, shortcuts and colour schemes do nothing. */
export async function expectHydrated(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
}

export { expect };
