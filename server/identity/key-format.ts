import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

export type Environment = 'test' | 'live';

/** What secret scanners look for; it stands in the guide on authentication and in the platform's document, too. */
export const keyPattern = String.raw`\bsk_(?:test|live)_[0-9A-Za-z]{56}\b`;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 64;
const checksumLength = 6;
const form = new RegExp(`^${keyPattern}$`);

/** Makes a key of 64 characters: `sk_test_` or `sk_live_`, 50 random ones (297 bits), 6 of checksum. */
export function makeKey(environment: Environment): string {
  return makeSecret(`sk_${environment}_`);
}

/** Makes a secret of 64 characters that begins with a prefix and ends with a checksum. */
export function makeSecret(prefix: string): string {
  const length = secretLength - prefix.length - checksumLength;
  const random = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  return prefix + random + checksum(prefix + random);
}

/** Tells the environment of a well-formed key, or undefined; a typing error is found here, without a look-up. */
export function findKeyEnvironment(text: string): Environment | undefined {
  const isKey = form.test(text) && checksum(text.slice(0, -checksumLength)) === text.slice(-checksumLength);
  if (!isKey) return undefined;
  return text.startsWith('sk_live_') ? 'live' : 'test';
}

function checksum(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let place = 0; place < checksumLength; place++) {
    text = alphabet[rest % alphabet.length] + text;
    rest = Math.floor(rest / alphabet.length);
  }
  return text;
}
