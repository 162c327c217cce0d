import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

export type Environment = 'test' | 'live';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 50;
const checksumLength = 6;
const form = /^sk_(test|live)_[0-9A-Za-z]{56}$/;

/** Makes a key of 64 characters: `sk_test_` or `sk_live_`, 50 random ones (297 bits), 6 of checksum. */
export function makeKey(environment: Environment): string {
  const random = Array.from({ length: randomLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  const body = `sk_${environment}_${random}`;
  return body + checksum(body);
}

/** Tells the environment of a well-formed key, or undefined; a typing error is found here, without a look-up. */
export function findKeyEnvironment(text: string): Environment | undefined {
  const match = form.exec(text);
  if (!match || checksum(text.slice(0, -checksumLength)) !== text.slice(-checksumLength)) return undefined;
  return match[1] as Environment;
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
