import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runChild } from './run-child.mjs';

/** The shell has no windows to draw: what takes the others a minute takes it half of one. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium to test with: the one named, the one on the machine, Playwright's, or Debian's package; installed if need be. */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const present = [...onPath(), ...MAC, chromium.executablePath()].find(runs);
  if (present) return present;

  console.log('No Chromium on this machine: Playwright downloads one.');
  await runChild('playwright', ['install', 'chromium']);
  if (runs(chromium.executablePath())) return chromium.executablePath();

  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    console.log('That one does not run here: Debian has one, too.');
    await runChild('apt-get', ['update', '-qq']);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await runChild('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      });
      const packaged = onPath().find(runs);
      if (packaged) return packaged;
    }
  }
  throw new Error('There is no Chromium to test with. Install one, or name yours in CHROMIUM_PATH.');
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** A browser that lacks a system library is there and yet does not run, so it is asked. */
function runs(command: string): boolean {
  return succeeds(command, ['--version']);
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
