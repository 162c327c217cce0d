import { bodyIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { isAddressRange } from '../../identity/address-list.ts';
import type { KeyChange } from '../../identity/key-register.ts';

/** Refuses what the document cannot express: invalid addresses, and an expiry in the past. */
export function checkKeyFields({ allowed_addresses = [], expires_at }: KeyChange, now: Date): void {
  const issues = allowed_addresses.flatMap((address, index) =>
    isAddressRange(address) ? [] : [bodyIssue(`allowed_addresses/${index}`, 'format', { format: 'IPv4, IPv6 (CIDR)' })],
  );
  if (expires_at && !(Date.parse(expires_at) > now.getTime()))
    issues.push(bodyIssue('expires_at', 'formatExclusiveMinimum', { limit: now.toISOString() }));
  if (issues.length > 0) throw invalidFields(issues);
}
