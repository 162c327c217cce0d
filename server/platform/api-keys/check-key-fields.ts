import { bodyIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import type { KeyChange } from '../../identity/key-register.ts';
import { issuesOfAddresses } from '../check-addresses.ts';

/** Refuses what the document cannot express: invalid addresses, and an expiry in the past. */
export function checkKeyFields({ allowed_addresses, expires_at }: KeyChange, now: Date): void {
  const issues = issuesOfAddresses(allowed_addresses);
  if (expires_at && !(Date.parse(expires_at) > now.getTime()))
    issues.push(bodyIssue('expires_at', 'formatExclusiveMinimum', { limit: now.toISOString() }));
  if (issues.length > 0) throw invalidFields(issues);
}
