import type { Environment } from './read-setting.ts';

/** Reads `SECURITY_CONTACT`: whom to tell of a vulnerability; throws an error that says which forms it may have. */
export function securityContact({ SECURITY_CONTACT: contact }: Environment): string | undefined {
  if (!contact) return undefined;
  const isAddress = /^(mailto:[^\s@]+@\S+|https:\/\/\S+)$/.test(contact);
  if (!isAddress)
    throw new Error(
      `SECURITY_CONTACT must be an address such as mailto:security@portal.example or an https:// page, not "${contact}".`,
    );
  return contact;
}
