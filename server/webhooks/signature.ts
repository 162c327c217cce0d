import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '../identity/is-same-secret.ts';

const prefix = 'whsec_';
const toleranceSeconds = 5 * 60;

/** Makes a Standard Webhooks secret: `whsec_` and 32 random bytes in base64. */
export function makeWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/** The signed data: the id of the message, the second at which it is sent, and the exact body. */
export interface Signed {
  id: string;
  timestamp: number;
  body: string | Buffer;
}

/** The three headers of Standard Webhooks; `webhook-signature` has one signature for each secret. */
export function signatureHeaders(signed: Signed, secrets: string[]): Record<string, string> {
  return {
    'webhook-id': signed.id,
    'webhook-timestamp': String(signed.timestamp),
    'webhook-signature': secrets.map((secret) => `v1,${signatureOf(signed, secret)}`).join(' '),
  };
}

export type Verdict = 'valid' | 'invalid' | 'expired' | 'missing';

/** Whether a message was signed with one of these secrets within five minutes of now. */
export function verifySignature(
  headers: Record<string, string | string[] | undefined>,
  body: Buffer,
  secrets: string[],
  now: Date,
): Verdict {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return 'missing';
  const signed = { id, timestamp: Number(timestamp), body };
  const expected = secrets.map((secret) => signatureOf(signed, secret));
  const given = signatures.split(' ').flatMap((part) => (part.startsWith('v1,') ? [part.slice(3)] : []));
  if (!given.some((signature) => expected.some((right) => isSameSecret(signature, right)))) return 'invalid';
  return Math.abs(now.getTime() / 1000 - signed.timestamp) > toleranceSeconds ? 'expired' : 'valid';
}

function signatureOf({ id, timestamp, body }: Signed, secret: string): string {
  const key = Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
}
