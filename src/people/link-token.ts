import { tabStorage } from '../ui/browser-storage.ts';

const NAME = 'cais.link-token';

/**
 * The token of the e-mail link that opened this tab. It is in the fragment, which is not sent to the server, and is removed from the
 * address at once, so that it is not in the browser's history. It survives signing in or up in between.
 */
export function takeLinkToken(page: string): string | undefined {
  const storage = tabStorage();
  const token = /^#token=([\w.-]+)$/.exec(window.location.hash)?.[1];
  if (token) {
    storage.setItem(`${NAME}.${page}`, token);
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }
  return storage.getItem(`${NAME}.${page}`) ?? undefined;
}

/** Forgets a token that has been used or is no longer valid. */
export function forgetLinkToken(page: string): void {
  tabStorage().removeItem(`${NAME}.${page}`);
}
