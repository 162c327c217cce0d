import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runChild } from './run-child.mjs';

/** The headless shell comes first: it draws no windows and takes half as long. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

let found: Promise<string> | undefined;

/**
 * Finds a Chromium to test with: CHROMIUM_PATH, an installed one, or Playwright's; otherwise installs Playwright's or Debian's, once,
 * whoever asks for it meanwhile.
 */
export function findChromium(): Promise<string> {
  found ??= getChromium();
  return found;
}

async function getChromium(): Promise<string> {
  const present = findPresentChromium();
  if (present) return present;

  console.log('No Chromium found. Downloading the one of Playwright.');
  await runChild('playwright', ['install', 'chromium']);
  if (runs(chromium.executablePath())) return chromium.executablePath();

  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    console.log('This Chromium does not run here. Installing the one of Debian.');
    await runChild('apt-get', ['update', '-qq']);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await runChild('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      });
      const packaged = onPath().find(runs);
      if (packaged) return packaged;
    }
  }
  throw new Error('No Chromium to test with. Install one, or set CHROMIUM_PATH.');
}

/** The Chromium of CHROMIUM_PATH, an installed one, or Playwright's, without getting any. */
export function findPresentChromium(): string | undefined {
  return process.env.CHROMIUM_PATH || [...onPath(), ...MAC, chromium.executablePath()].find(runs);
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** An executable may exist but fail to start for lack of a system library. */
function runs(command: string): boolean {
  return succeeds(command, ['--version']);
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
