import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { acceptLanguage } from '../client/accept-language.ts';
import { type AccountOptions, type AccountResponses, callAccount, fetchSession } from '../client/account-client.ts';
import { findGuestKey, forgetGuestKey, forgetPersonKey } from '../client/guest-key.ts';
import { storeSignedIn } from '../client/signed-in.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { safeNext } from './safe-next.ts';

/** What account forms need: calls to the server, and the redirect after a change of identity. */
export interface Account {
  call<Action extends keyof AccountResponses>(
    action: Action,
    body: Record<string, string>,
    options?: AccountOptions,
  ): Promise<AccountResponses[Action]>;
  /** The key of the guest who is signing up. */
  guestKey(): string | undefined;
  /** Forgets the guest's key, whose workspace belongs to an account now. */
  forgetGuest(): void;
  /** Refreshes who is signed in, then goes to the page in the address, or to `page`. */
  goOn(page?: string): Promise<void>;
}

export function useAccount(): Account {
  const serverUrl = useServerUrl();
  const base = useBaseUrl('/');
  const { currentLocale } = useDocusaurusContext().i18n;
  return {
    call: (action, body, options) =>
      callAccount(serverUrl, action, body, { language: acceptLanguage(currentLocale), ...options }),
    guestKey: () => findGuestKey(browserStorage())?.secret,
    forgetGuest: () => {
      const guest = findGuestKey(browserStorage());
      if (guest) forgetGuestKey(browserStorage(), guest);
    },
    goOn: async (page = 'workspace') => {
      await refreshSignedIn(serverUrl);
      forgetPersonKey(browserStorage());
      // A full page load, so that nothing cached for another person remains in memory.
      window.location.assign(safeNext(window.location.search, window.location.origin) ?? `${base}${page}`);
    },
  };
}

/** Asks the server who is signed in and stores the result. */
export async function refreshSignedIn(serverUrl: string): Promise<void> {
  const { person, workspace } = await fetchSession(serverUrl);
  storeSignedIn(
    browserStorage(),
    person && workspace ? { ...person, workspaceId: workspace.id, workspaceName: workspace.name } : undefined,
  );
}
