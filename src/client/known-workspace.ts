import { announceKeyChange } from './key-changes.ts';

/** What the pages have last read of the workspace: enough to show it in the header without a request. */
export interface KnownWorkspace {
  id: string;
  name: string | null;
  aheadSeconds: number;
}

const NAME = 'cais.workspace';

/** Finds what is known of this workspace. */
export function findKnownWorkspace(storage: Storage, id: string): KnownWorkspace | undefined {
  try {
    const known = JSON.parse(storage.getItem(NAME) ?? 'null') as KnownWorkspace | null;
    return known?.id === id ? known : undefined;
  } catch {
    return undefined;
  }
}

/** Stores what was read, for all tabs. */
export function storeKnownWorkspace(
  storage: Storage,
  { id, name, ahead_seconds }: { id: string; name: string | null; ahead_seconds: number },
): void {
  const known: KnownWorkspace = { id, name, aheadSeconds: ahead_seconds };
  const text = JSON.stringify(known);
  try {
    if (storage.getItem(NAME) === text) return;
    storage.setItem(NAME, text);
  } catch {}
  announceKeyChange();
}
