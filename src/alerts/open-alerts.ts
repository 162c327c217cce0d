import { findCurrentKey } from '../client/current-key.ts';
import { watchKeyChanges } from '../client/key-changes.ts';
import { platformClient } from '../client/platform-client.ts';
import { findSignedIn } from '../client/signed-in.ts';
import { listAlertIncidents } from '../generated/platform/sdk.gen.ts';
import { browserStorage } from '../ui/browser-storage.ts';

const NAME = 'cais.open-alerts';
/** The mark asks no more often than this, in all tabs together. */
const every = 5 * 60_000;

interface Noted {
  workspaceId: string;
  at: number;
  count: number;
}

/** How many incidents of a workspace were open when somebody last looked; undefined if that was too long ago. */
function findNoted(workspaceId: string): number | undefined {
  try {
    const noted = JSON.parse(browserStorage().getItem(NAME) ?? 'null') as Noted | null;
    return noted?.workspaceId === workspaceId && Date.now() - noted.at < every ? noted.count : undefined;
  } catch {
    return undefined;
  }
}

/** Notes how many incidents of a workspace are open, for all tabs. */
export function noteOpen(workspaceId: string, count: number): void {
  const noted: Noted = { workspaceId, at: Date.now(), count };
  try {
    browserStorage().setItem(NAME, JSON.stringify(noted));
    window.dispatchEvent(new Event(NAME));
  } catch {}
}

/** Tells how many incidents of this browser's workspace are open, as often as that is noted, here or in another tab. */
export function followOpen(serverUrl: string, workspaceId: string, tell: (count: number) => void): () => void {
  const show = () => tell(findNoted(workspaceId) ?? 0);
  window.addEventListener(NAME, show);
  const unwatch = watchKeyChanges(show);
  show();
  if (findNoted(workspaceId) === undefined) askForOpen(serverUrl, workspaceId).catch(() => {});
  return () => {
    window.removeEventListener(NAME, show);
    unwatch();
  };
}

/** Asks the server, with the session or the key that this browser has; never makes one. */
async function askForOpen(serverUrl: string, workspaceId: string): Promise<void> {
  const auth = findSignedIn(browserStorage()) ? undefined : findCurrentKey()?.secret;
  const query = { status: 'open' as const, limit: 20 };
  const answer = await listAlertIncidents({ client: platformClient(serverUrl), auth, query, throwOnError: true });
  noteOpen(workspaceId, answer.data.data.length);
}
