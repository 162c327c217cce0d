import { looksLikeToken } from './access-tokens.ts';
import { findKeyEnvironment } from './key-format.ts';

/** Whether a text has the form of what this portal hands out: a key or a token. */
export function isCredential(text: string): boolean {
  return findKeyEnvironment(text) !== undefined || looksLikeToken(text);
}
