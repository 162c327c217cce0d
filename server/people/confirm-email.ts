import { sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { AccountCall } from './account-call.ts';
import { expiredLink } from './account-refusals.ts';
import { askAuth } from './ask-auth.ts';
import { accountPath } from './auth.ts';
import type { PersonSession } from './session.ts';

/** Takes an e-mail address for its person's own, once a link that was sent there has come back. */
export async function confirmEmail(db: Database, personId: string): Promise<void> {
  // What is true is a number on SQLite, and a boolean on PostgreSQL.
  await db.updateTable('person').set({ email_verified: sql`(1 = 1)` }).where('id', '=', personId).execute();
}

/** Confirms an address by the token of the letter; it does so as often as it is opened, for a week. */
export async function confirmByToken({ context: { people, config } }: AccountCall, token: string): Promise<void> {
  const { origin } = new URL(config.publicUrl);
  const address = `${origin}${accountPath}/verify-email?${new URLSearchParams({ token })}`;
  const auth = await people.auth();
  const response = await auth.handler(new Request(address, { headers: { origin } }));
  if (!response.ok) throw expiredLink();
}

/** Sends the letter once more, unless there is nothing left to confirm. */
export async function sendConfirmationAgain(call: AccountCall, { person }: PersonSession): Promise<void> {
  if (person.email_confirmed) return;
  await askAuth(call, '/send-verification-email', { email: person.email }, { asPerson: true });
}
