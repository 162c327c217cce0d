import { tooManyRequests } from '../answers/refusal.ts';
import type { AccountCall } from './account-call.ts';
import { findDevice } from './known-device.ts';

/**
 * Counts an attempt to give the password of an account, and refuses (429) too many, whether or not the account exists. Devices
 * known to the account are counted one by one, all others together and from everywhere.
 */
export async function countAttempt(
  { context: { people, peppers }, headers }: AccountCall,
  email: string,
): Promise<void> {
  const device = findDevice(peppers, headers.cookie, email);
  const wait = await people.attemptLimit(device === undefined ? `account ${email.toLowerCase()}` : `device ${device}`);
  if (wait !== undefined) throw tooManyRequests(wait);
}
