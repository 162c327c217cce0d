import { findGuestKey } from '../client/guest-key.ts';
import { platformClient } from '../client/platform-client.ts';
import { findSignedIn, holderOf } from '../client/signed-in.ts';
import { listAlertIncidents } from '../generated/platform/sdk.gen.ts';
import { browserStorage } from '../ui/browser-storage.ts';

const NAME = 'cais.open-alerts';
/** The mark asks no more often than this, in all tabs together. */
const every = 5 * 60_000;

interface Noted {
  at: number;
  count: number;
}

/** How many incidents were open when somebody last looked; undefined if that was too long ago. */
export function findNoted(now = Date.now()): number | undefined {
  try {
    const noted = JSON.parse(browserStorage().getItem(NAME) ?? 'null') as Noted | null;
    return noted && now - noted.at < every ? noted.count : undefined;
  } catch {
    return undefined;
  }
}

/** Notes how many incidents are open, for all tabs. */
export function noteOpen(count: number): void {
  try {
    browserStorage().setItem(NAME, JSON.stringify({ at: Date.now(), count }));
    window.dispatchEvent(new Event(NAME));
  } catch {}
}

/** Calls back whenever it was noted how many are open, here or in another tab. */
export function onNoted(listen: () => void): () => void {
  window.addEventListener(NAME, listen);
  window.addEventListener('storage', listen);
  return () => {
    window.removeEventListener(NAME, listen);
    window.removeEventListener('storage', listen);
  };
}

/** Asks the server, with the session or the key that this browser has; never makes one. */
export async function askForOpen(serverUrl: string): Promise<void> {
  const person = findSignedIn(browserStorage());
  const key = findGuestKey(browserStorage(), Date.now(), holderOf(person));
  if (!person && !key) return;
  const auth = person ? undefined : key?.secret;
  const query = { status: 'open' as const, limit: 20 };
  const answer = await listAlertIncidents({ client: platformClient(serverUrl), auth, query, throwOnError: true });
  noteOpen(answer.data.data.length);
}
