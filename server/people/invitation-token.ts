import { randomBytes } from 'node:crypto';
import { isSameSecret } from '../identity/is-same-secret.ts';
import { digestOf, type Peppers } from '../identity/peppers.ts';

/** The secret of an invitation's link. */
export function makeInvitationToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The token as it is e-mailed: with a proof that whoever has it reads the invited mailbox. The link that an inviter copies has
 * none, so that inviting an address does not confirm it.
 */
export function emailedToken(peppers: Peppers, token: string): string {
  return `${token}.${proofOf(peppers, peppers.current, token)}`;
}

/** A token as it came, without its proof; `wasEmailed` says whether that is valid. A wrong proof makes the whole token wrong. */
export function readInvitationToken(
  peppers: Peppers,
  sent: string,
): { token: string; wasEmailed: boolean } | undefined {
  const [token = '', proof] = sent.split('.', 2);
  if (proof === undefined) return { token, wasEmailed: false };
  const isProven = [...peppers.byVersion.keys()].some((version) =>
    isSameSecret(proofOf(peppers, version, token), proof),
  );
  return isProven ? { token, wasEmailed: true } : undefined;
}

function proofOf(peppers: Peppers, version: number, token: string): string {
  return digestOf(peppers, version, `emailed invitation ${token}`);
}
