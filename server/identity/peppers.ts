import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makePrivateFolder, narrowFile } from '../db/private-files.ts';

/** Server secrets under which keys are hashed, by version; new keys use the newest. */
export interface Peppers {
  current: number;
  byVersion: Map<number, Buffer>;
}

/** Reads `KEY_PEPPERS` (`1:base64,2:base64`), or else the file; undefined where there is neither. Throws when they are malformed. */
export function findPeppers(setting: string | undefined, file: string): Peppers | undefined {
  if (setting) return parsePeppers(setting);
  if (!existsSync(file)) return undefined;
  narrowFile(file);
  return parsePeppers(readFileSync(file, 'utf8'), file);
}

/** Stores a generated pepper in a file that only its owner may read; when two processes start at once, both use that of the first. */
export function makePeppers(file: string): Peppers {
  makePrivateFolder(dirname(file));
  // Under its name the file is never seen unfinished.
  const written = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(written, `1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(written, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(written);
  }
  return parsePeppers(readFileSync(file, 'utf8'), file);
}

/** Reads peppers as `KEY_PEPPERS` and the file hold them; an error names the place. */
export function parsePeppers(text: string, place = 'KEY_PEPPERS'): Peppers {
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
    if (!Number.isInteger(version) || version < 1 || secret.length < 16) {
      throw new Error(`${place} must be like "1:<base64 of at least 16 random bytes>", several separated by commas.`);
    }
  }
  return { current: Math.max(...byVersion.keys()), byVersion };
}

/** The stored digest of a key: HMAC-SHA-256, so a copy of the database is useless without the pepper. */
export function digestOf(peppers: Peppers, version: number, secret: string): string {
  const pepper = peppers.byVersion.get(version);
  if (!pepper) throw new Error(`There is no pepper of version ${version}.`);
  return createHmac('sha256', pepper).update(secret).digest('base64url');
}
