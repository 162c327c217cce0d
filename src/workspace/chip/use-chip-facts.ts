import { useEffect, useState, useSyncExternalStore } from 'react';
import { useCurrentKey } from '../../client/current-key.ts';
import { watchKeyChanges } from '../../client/key-changes.ts';
import { findKnownWorkspace } from '../../client/known-workspace.ts';
import { findSignedIn } from '../../client/signed-in.ts';
import { browserStorage } from '../../ui/browser-storage.ts';

/** What is known of the workspace without asking the server. */
export interface ChipFacts {
  /** The workspace's name, if it belongs to a person. */
  name?: string;
  /** How long a guest's workspace lasts. */
  secondsLeft?: number;
  aheadSeconds: number;
}

const MINUTE_MS = 60_000;

/** The facts that the chip shows, from what the pages have stored; none during pre-rendering. It follows the other tabs. */
export function useChipFacts(): ChipFacts {
  const key = useCurrentKey();
  const person = useStored(() => findSignedIn(browserStorage()));
  const workspaceId = key?.workspaceId ?? person?.workspaceId;
  const known = useStored(() => (workspaceId ? findKnownWorkspace(browserStorage(), workspaceId) : undefined));
  useMinutes();
  const aheadSeconds = known?.aheadSeconds ?? 0;
  if (person) return { name: known?.name ?? person.workspaceName ?? person.name, aheadSeconds };
  return { ...(key && { secondsLeft: (Date.parse(key.expiresAt) - Date.now()) / 1000 }), aheadSeconds };
}

/** A stored value that changes only when its text does. */
function useStored<Value>(find: () => Value | undefined): Value | undefined {
  const text = useSyncExternalStore(
    watchKeyChanges,
    () => JSON.stringify(find()),
    () => undefined,
  );
  return text === undefined ? undefined : (JSON.parse(text) as Value);
}

/** Renders again each minute. */
function useMinutes(): void {
  const [, setMinutes] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinutes((before) => before + 1), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
}
