import type { WebhookEndpointRow } from '../db/schema.ts';
import type { Peppers } from '../identity/peppers.ts';
import { unseal } from '../identity/sealed-secret.ts';

/** The secrets that sign now: during a rotation the previous one too. */
export function secretsOf(
  peppers: Peppers,
  { id, secret, previous_secret, previous_secret_expires_at }: WebhookEndpointRow,
  real: Date,
): string[] {
  const isLive = previous_secret !== null && (previous_secret_expires_at ?? '') > real.toISOString();
  return [secret, ...(isLive ? [previous_secret] : [])].map((sealed) => unseal(peppers, id, sealed));
}
