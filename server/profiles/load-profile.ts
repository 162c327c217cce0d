import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Profile } from '../dialect/profile.ts';
import { profileFile } from '../openapi/profile-file.ts';
import '../settings/typescript-modules.ts';
import { refuseExits } from './exits.ts';
import { rememberFolder } from './profile-folders.ts';
import './resolve-dialect.ts';
import { watchLoop } from './watch-loop.ts';

/** A profile that waits for something must not keep the other APIs from being served for ever. */
const thirtySeconds = 30_000;

/** The profile beside a document, in `sandbox.ts`; an empty one where there is none. Throws what the file throws, and after `patience` milliseconds. */
export async function loadProfile(folder: string, patience = thirtySeconds): Promise<Profile> {
  const { path, exists } = profileFile(folder);
  if (!exists) return {};
  keepFromHarm(folder);
  const late = new AbortController();
  const loaded = (await Promise.race([
    import(pathToFileURL(path).href),
    wait(patience, undefined, { signal: late.signal }),
  ]).finally(() => late.abort())) as { profile?: Profile } | undefined;
  if (!loaded) throw new Error(`It did not load within ${patience / 1000} s`);
  const { profile } = loaded;
  if (!profile) throw new Error(`${path} must export "profile", made by defineProfile({…}).`);
  return profile;
}

let refusesExits = false;

/** What a profile does, now or later, must not end or hold the others silently. */
function keepFromHarm(folder: string): void {
  if (!refusesExits) refuseExits();
  refusesExits = true;
  rememberFolder(folder);
  watchLoop(folder);
}
