import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type AccountAnswers, type AccountOptions, callAccount, fetchSession } from '../client/account-client.ts';
import { findGuestKey, forgetGuestKey } from '../client/guest-key.ts';
import { keepSignedIn } from '../client/signed-in.ts';
import { browserStorage, tabStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { safeNext } from './safe-next.ts';

/** What forms about the own account need: to call the server, and to go on as somebody else. */
export interface Account {
  call<Action extends keyof AccountAnswers>(
    action: Action,
    body: Record<string, string>,
    options?: AccountOptions,
  ): Promise<AccountAnswers[Action]>;
  /** The key of the guest who may become somebody now. */
  guestKey(): string | undefined;
  /** Asks who is signed in now, and goes on to the page that the address names, or else to `page`. */
  goOn(page?: string): Promise<void>;
}

/** The own account, as the pages of the portal work with it. */
export function useAccount(): Account {
  const serverUrl = useServerUrl();
  const base = useBaseUrl('/');
  const { currentLocale } = useDocusaurusContext().i18n;
  return {
    call: (action, body, options) => callAccount(serverUrl, action, body, { language: currentLocale, ...options }),
    guestKey: () => findGuestKey(tabStorage())?.secret,
    goOn: async (page = 'workspace') => {
      await refreshSignedIn(serverUrl);
      const guest = findGuestKey(tabStorage());
      if (guest) forgetGuestKey(tabStorage(), guest.secret);
      // A whole new page: nothing that was read for somebody else is left in memory.
      window.location.assign(safeNext(window.location.search, window.location.origin) ?? `${base}${page}`);
    },
  };
}

/** Asks the server who is signed in, and remembers the answer. */
export async function refreshSignedIn(serverUrl: string): Promise<void> {
  const { person, workspace } = await fetchSession(serverUrl);
  keepSignedIn(browserStorage(), person && workspace ? { ...person, workspaceId: workspace.id } : undefined);
}
