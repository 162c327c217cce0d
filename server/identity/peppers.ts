import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makePrivateFolder, narrowFile } from '../db/private-files.ts';

/** Server secrets under which keys are hashed, by version; new keys use the newest. */
export interface Peppers {
  current: number;
  byVersion: Map<number, Buffer>;
}

/** Reads `KEY_PEPPERS` (`1:base64,2:base64`); without it, stores a generated pepper in a file that only its owner may read. */
export function readPeppers(setting: string | undefined, file: string): Peppers {
  const text = setting || readOrMake(file);
  const byVersion = new Map(
    text
      .trim()
      .split(',')
      .map((part): [number, Buffer] => {
        const [version, secret] = part.split(':');
        return [Number(version), Buffer.from(secret ?? '', 'base64')];
      }),
  );
  for (const [version, secret] of byVersion) {
    if (!Number.isInteger(version) || secret.length < 16) {
      throw new Error(
        'KEY_PEPPERS must be like "1:<base64 of at least 16 random bytes>", several separated by commas.',
      );
    }
  }
  return { current: Math.max(...byVersion.keys()), byVersion };
}

/** When two processes start at once, both use the pepper of the first. */
function readOrMake(file: string): string {
  makePrivateFolder(dirname(file));
  try {
    writeFileSync(file, `1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  narrowFile(file);
  return readFileSync(file, 'utf8');
}

/** The stored digest of a key: HMAC-SHA-256, so a copy of the database is useless without the pepper. */
export function digestOf(peppers: Peppers, version: number, secret: string): string {
  const pepper = peppers.byVersion.get(version);
  if (!pepper) throw new Error(`There is no pepper of version ${version}.`);
  return createHmac('sha256', pepper).update(secret).digest('base64url');
}
