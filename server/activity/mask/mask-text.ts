/** What stands in the place of a secret. */
export const mask = '••••';

/**
 * Secrets that are known by their form, wherever they stand: this portal's keys, client, webhook and other secrets with such
 * prefixes, JSON Web Tokens, private keys, and what a link or form calls a secret.
 */
const forms: [pattern: RegExp, written: string][] = [
  [/\b((?:sk|rk|pk|cs|whsec|ses)_(?:(?:test|live)_)?)[A-Za-z0-9+/_=-]{12,}/g, `$1${mask}`],
  [/\beyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g, mask],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, mask],
  [/\b(Bearer|Basic)( +|%20|\+)[A-Za-z0-9+/._~=-]{8,}/gi, `$1$2${mask}`],
  [/([?&#;](?:[a-z_-]*(?:token|secret|password|senha|api_?key|signature)|code)=)[^&#\s"'<>]+/gi, `$1${mask}`],
];

/** A text that both databases store: without NUL and halves of characters, and cut off. */
export function storable(text: string, longest = Infinity): string {
  return text.slice(0, longest).replaceAll('\0', '\ufffd').toWellFormed();
}

/** A text without the secrets that can be told by their form. */
export function maskText(text: string): string {
  return forms.reduce((masked, [pattern, written]) => masked.replace(pattern, written), text);
}
