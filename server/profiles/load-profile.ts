import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Profile } from '../dialect/profile.ts';
import './resolve-dialect.ts';

/** The profile beside a document, in `sandbox.ts`; an empty one where there is none. Throws what the file throws. */
export async function loadProfile(folder: string): Promise<Profile> {
  const file = join(folder, 'sandbox.ts');
  if (!existsSync(file)) return {};
  const { profile } = (await import(pathToFileURL(file).href)) as { profile?: Profile };
  if (!profile) throw new Error(`${file} must export "profile", made by defineProfile({…}).`);
  return profile;
}
