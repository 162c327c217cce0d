import { pathToFileURL } from 'node:url';
import type { Profile } from '../dialect/profile.ts';
import { profileFile } from './find-profile.ts';
import './resolve-dialect.ts';

/** The profile beside a document, in `sandbox.ts`; an empty one where there is none. Throws what the file throws. */
export async function loadProfile(folder: string): Promise<Profile> {
  const { path, exists } = profileFile(folder);
  if (!exists) return {};
  const { profile } = (await import(pathToFileURL(path).href)) as { profile?: Profile };
  if (!profile) throw new Error(`${path} must export "profile", made by defineProfile({…}).`);
  return profile;
}
