import { findCurrentKey } from '../../client/current-key.ts';
import { findSignedIn } from '../../client/signed-in.ts';
import { browserStorage } from '../../ui/browser-storage.ts';

/** Whether this browser has a key to copy, or a person whose key adds nothing to their workspace. */
export function hasKey(): boolean {
  return findCurrentKey() !== undefined || findSignedIn(browserStorage()) !== undefined;
}

/** Copies this browser's test key, made if there is none. */
export async function copyKey(serverUrl: string): Promise<void> {
  const key = findCurrentKey() ?? (await (await import('../../client/open-key.ts')).openKey(serverUrl));
  await navigator.clipboard.writeText(key.secret);
}
