import { tabStorage } from '../ui/browser-storage.ts';

const NAME = 'cais.link-token';

/**
 * The token of the letter's link that opened this tab. It stands behind `#`, which goes to no server, and is taken out of the
 * address at once, so that it is in no history either; signing in or up in between loses nothing.
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

/** Forgets a token that has done its work, or does not work any more. */
export function forgetLinkToken(page: string): void {
  tabStorage().removeItem(`${NAME}.${page}`);
}
