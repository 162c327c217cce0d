import { bodyIssue, type Issue } from '../answers/issue.ts';
import { invalidFields } from '../answers/refusal.ts';
import { isAddressRange } from '../identity/address-list.ts';

/** The faults of a list of addresses, at their places in the body. */
export function issuesOfAddresses(addresses: string[] = []): Issue[] {
  return addresses.flatMap((address, index) =>
    isAddressRange(address) ? [] : [bodyIssue(`allowed_addresses/${index}`, 'format', { format: 'IPv4, IPv6 (CIDR)' })],
  );
}

/** Refuses (422) addresses that are neither an address nor a range, which the document cannot express. */
export function checkAddresses(addresses: string[] | undefined): void {
  const issues = issuesOfAddresses(addresses);
  if (issues.length > 0) throw invalidFields(issues);
}
