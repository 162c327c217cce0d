import { queryOptions } from '@tanstack/react-query';
import { createGuestWorkspace } from '../generated/platform/sdk.gen.ts';
import { browserStorage, tabStorage } from '../ui/browser-storage.ts';
import { type AccountAnswers, callAccount } from './account-client.ts';
import { findGuestKey, type GuestKey, keepGuestKey, usableMilliseconds } from './guest-key.ts';
import { platformClient } from './platform-client.ts';
import { PlatformError } from './platform-error.ts';
import { findSignedIn, holderOf, keepSignedIn, type SignedIn } from './signed-in.ts';

async function makeKey(serverUrl: string): Promise<GuestKey> {
  const person = findSignedIn(browserStorage());
  const key = (person && (await makePersonsKey(serverUrl, person))) ?? (await openGuestWorkspace(serverUrl));
  keepGuestKey(tabStorage(), key);
  return key;
}

async function openGuestWorkspace(serverUrl: string): Promise<GuestKey> {
  // What is named for the guest is named in the language of the page.
  const headers = { 'Accept-Language': document.documentElement.lang };
  const { data } = await createGuestWorkspace({ client: platformClient(serverUrl), headers, throwOnError: true });
  return keyOf(data);
}

/** The key of somebody who is signed in; undefined when the session has ended, and the person is a guest again. */
async function makePersonsKey(serverUrl: string, person: SignedIn): Promise<GuestKey | undefined> {
  try {
    const made = await callAccount(serverUrl, 'console-key', {});
    const now = { ...person, workspaceId: made.workspace.id };
    keepSignedIn(browserStorage(), now);
    return { ...keyOf(made), holder: holderOf(now) };
  } catch (error) {
    if (!(error instanceof PlatformError) || error.status !== 401) throw error;
    keepSignedIn(browserStorage(), undefined);
    return undefined;
  }
}

function keyOf({ workspace, api_key }: AccountAnswers['console-key']): GuestKey {
  const { secret, scopes, expires_at } = api_key;
  return { secret, workspaceId: workspace.id, scopes, expiresAt: expires_at };
}

/** The key of this tab: the kept one, else a new one for whoever is signed in, or for a guest. Asked by many at once, it is made once. */
export function guestKeyQuery(serverUrl: string) {
  return queryOptions<GuestKey, PlatformError>({
    queryKey: ['guest-key', serverUrl],
    queryFn: () =>
      findGuestKey(tabStorage(), Date.now(), holderOf(findSignedIn(browserStorage()))) ?? makeKey(serverUrl),
    staleTime: ({ state }) => (state.data ? usableMilliseconds(state.data) : 0),
    gcTime: Number.POSITIVE_INFINITY,
    // Guests are limited per address: it is the person who tries again.
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // A failed fetch says more than a request that silently waits for the network.
    networkMode: 'always',
  });
}
