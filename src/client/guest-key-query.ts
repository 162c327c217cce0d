import { queryOptions } from '@tanstack/react-query';
import { createGuestWorkspace } from '../generated/platform/sdk.gen.ts';
import { browserStorage, tabStorage } from '../ui/browser-storage.ts';
import { type AccountResponses, callAccount } from './account-client.ts';
import { findGuestKey, type GuestKey, storeGuestKey, usableMilliseconds } from './guest-key.ts';
import { platformClient } from './platform-client.ts';
import { PlatformError } from './platform-error.ts';
import { findSignedIn, holderOf, type SignedIn, storeSignedIn } from './signed-in.ts';

async function makeKey(serverUrl: string): Promise<GuestKey> {
  const person = findSignedIn(browserStorage());
  const key = (person && (await makePersonsKey(serverUrl, person))) ?? (await openGuestWorkspace(serverUrl));
  storeGuestKey(tabStorage(), key);
  return key;
}

async function openGuestWorkspace(serverUrl: string): Promise<GuestKey> {
  // The server names a guest's workspace in the language of the page.
  const headers = { 'Accept-Language': document.documentElement.lang };
  const { data } = await createGuestWorkspace({ client: platformClient(serverUrl), headers, throwOnError: true });
  return keyOf(data);
}

/** Creates a key for the person signed in; undefined if the session has ended and they are a guest again. */
async function makePersonsKey(serverUrl: string, person: SignedIn): Promise<GuestKey | undefined> {
  try {
    const made = await callAccount(serverUrl, 'console-key', {});
    const now = { ...person, workspaceId: made.workspace.id };
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

/** This tab's key: the stored one, or a new one for the person signed in or the guest. Concurrent callers share one request. */
export function guestKeyQuery(serverUrl: string) {
  return queryOptions<GuestKey, PlatformError>({
    queryKey: ['guest-key', serverUrl],
    queryFn: () =>
      findGuestKey(tabStorage(), Date.now(), holderOf(findSignedIn(browserStorage()))) ?? makeKey(serverUrl),
    staleTime: ({ state }) => (state.data ? usableMilliseconds(state.data) : 0),
    gcTime: Number.POSITIVE_INFINITY,
    // Guests are rate-limited per address, so retrying is left to the person.
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // A failed fetch is more helpful than a request that silently waits for the network.
    networkMode: 'always',
  });
}
