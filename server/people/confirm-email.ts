import { sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { AccountCall } from './account-call.ts';
import { expiredLink } from './account-refusals.ts';
import { askAuth } from './ask-auth.ts';
import { accountPath } from './auth.ts';
import type { PersonSession } from './session.ts';

/** Marks a person's e-mail address as confirmed, once a link sent to it was followed. */
export async function confirmEmail(db: Database, personId: string): Promise<void> {
  // A boolean is a number on SQLite.
  await db.updateTable('person').set({ email_verified: sql`(1 = 1)` }).where('id', '=', personId).execute();
}

/** Confirms an address by the emailed token, which can be used repeatedly for a week. */
export async function confirmByToken({ context: { people, config } }: AccountCall, token: string): Promise<void> {
  const { origin } = new URL(config.publicUrl);
  const address = `${origin}${accountPath}/verify-email?${new URLSearchParams({ token })}`;
  const auth = await people.auth();
  const response = await auth.handler(new Request(address, { headers: { origin } }));
  if (!response.ok) throw expiredLink();
}

/** Sends the email again, unless the address is already confirmed. */
export async function sendConfirmationAgain(call: AccountCall, { person }: PersonSession): Promise<void> {
  if (person.email_confirmed) return;
  await askAuth(call, '/send-verification-email', { email: person.email }, { asPerson: true });
}
