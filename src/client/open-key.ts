import { createGuestWorkspace } from '../generated/platform/sdk.gen.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { acceptLanguage } from './accept-language.ts';
import { type AccountResponses, callAccount } from './account-client.ts';
import { findCurrentKey } from './current-key.ts';
import { type GuestKey, storeGuestKey } from './guest-key.ts';
import { oneTabAtATime } from './one-tab-at-a-time.ts';
import { platformClient } from './platform-client.ts';
import { PlatformError } from './platform-error.ts';
import { findSignedIn, holderOf, type SignedIn, storeSignedIn } from './signed-in.ts';

/** Opens a key for the person signed in, else a guest workspace; all tabs share it. */
export function openKey(serverUrl: string): Promise<GuestKey> {
  // Another tab may have been faster: what is stored first counts.
  return oneTabAtATime(async () => findCurrentKey() ?? keepFirst(await makeKey(serverUrl)));
}

/** Makes a key for the person signed in, if there is none; never opens a guest workspace. */
export async function openPersonsKey(serverUrl: string): Promise<void> {
  await oneTabAtATime(async () => {
    const person = findSignedIn(browserStorage());
    if (!person || findCurrentKey()) return;
    const key = await makePersonsKey(serverUrl, person);
    if (key) keepFirst(key);
  });
}

/** Leaves the guest's workspace for a new, empty one. If none can be opened, nothing changes. */
export function startAfresh(serverUrl: string): Promise<void> {
  return oneTabAtATime(async () => storeGuestKey(browserStorage(), await openGuestWorkspace(serverUrl)));
}

function keepFirst(made: GuestKey): GuestKey {
  const stored = findCurrentKey();
  if (!stored) storeGuestKey(browserStorage(), made);
  return stored ?? made;
}

async function makeKey(serverUrl: string): Promise<GuestKey> {
  const person = findSignedIn(browserStorage());
  const own = person && (await makePersonsKey(serverUrl, person));
  return own ?? findCurrentKey() ?? openGuestWorkspace(serverUrl);
}

async function openGuestWorkspace(serverUrl: string): Promise<GuestKey> {
  // The server names a guest's workspace in the language of the page.
  const headers = { 'Accept-Language': acceptLanguage(document.documentElement.lang) };
  const { data } = await createGuestWorkspace({ client: platformClient(serverUrl), headers, throwOnError: true });
  return keyOf(data);
}

/** Creates a key for the person signed in; undefined if the session has ended and they are a guest again. */
async function makePersonsKey(serverUrl: string, person: SignedIn): Promise<GuestKey | undefined> {
  try {
    const made = await callAccount(serverUrl, 'console-key', {});
    const { workspaceName, ...rest } = person;
    const isSame = made.workspace.id === person.workspaceId;
    const now = { ...rest, workspaceId: made.workspace.id, ...(isSame && workspaceName && { workspaceName }) };
    storeSignedIn(browserStorage(), now);
    return { ...keyOf(made), holder: holderOf(now) };
  } catch (error) {
    if (!(error instanceof PlatformError) || error.status !== 401) throw error;
    storeSignedIn(browserStorage(), undefined);
    return undefined;
  }
}

function keyOf({ workspace, api_key }: AccountResponses['console-key']): GuestKey {
  const { secret, scopes, expires_at } = api_key;
  return { secret, workspaceId: workspace.id, scopes, expiresAt: expires_at };
}
