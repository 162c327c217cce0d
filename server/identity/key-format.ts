import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

export type Environment = 'test' | 'live';

/** The pattern for secret scanners; it is also in the authentication guide and in the platform's document. */
export const keyPattern = String.raw`\bsk_(?:test|live)_[0-9A-Za-z]{56}\b`;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 64;
const checksumLength = 6;
const form = new RegExp(`^${keyPattern}$`);

/** Makes a key of 64 characters: `sk_test_` or `sk_live_`, 50 random characters (297 bits) and a checksum of 6. */
export function makeKey(environment: Environment): string {
  return makeSecret(`sk_${environment}_`);
}

/** Makes a secret of 64 characters with a prefix and a checksum at the end. */
export function makeSecret(prefix: string): string {
  const length = secretLength - prefix.length - checksumLength;
  const random = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  return prefix + random + checksum(prefix + random);
}

/** The environment of a well-formed key, or undefined; typing errors are detected here, without a look-up. */
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
