import type { SecurityData } from '../documents/operation-data.ts';

/** The OAuth scheme of an alternative, whose requests carry an access token instead of the key. */
export function findOAuth(alternative: SecurityData[]): SecurityData | undefined {
  return alternative.find(({ type }) => type === 'oauth2');
}

/** Whether an alternative takes the id and secret of an OAuth client instead of a key. */
export function takesClient(alternative: SecurityData[]): boolean {
  return alternative.some(({ credential }) => credential === 'oauth_client');
}

const SHOWN_START = 'sk_test_'.length;

/** Masks a key for display: enough to recognize it, not enough to use it. */
export function maskKey(key: string): string {
  return `${key.slice(0, SHOWN_START)}••••${key.slice(-4)}`;
}
