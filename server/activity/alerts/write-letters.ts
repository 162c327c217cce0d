import { inTransaction } from '../../db/in-transaction.ts';
import type { AlertIncidentRow, Database } from '../../db/schema.ts';
import type { MailQueue } from '../../mail/mail-queue.ts';
import type { Language } from '../../settings/languages.ts';
import { alertEmail } from './alert-email.ts';

export interface LetterOptions {
  publicUrl: string;
  languages: readonly Language[];
  /** Undefined without a mail server. */
  mailQueue: MailQueue | undefined;
}

/** Incidents whose letters are written in one go, and those of a workspace in a day: a rule that swings floods nobody. */
const most = 500;
const mostADay = 20;
const day = 24 * 60 * 60_000;

/** Writes the letters that are due to the administrators of each workspace who have confirmed their address. */
export async function writeAlertLetters(
  db: Database,
  { publicUrl, languages, mailQueue }: LetterOptions,
): Promise<void> {
  const due = await db
    .selectFrom('alert_incident')
    .selectAll()
    .where(({ or, eb }) => or([eb('opened_mail_due', '=', 1), eb('resolved_mail_due', '=', 1)]))
    .orderBy('seq')
    .limit(most)
    .execute();
  // Together, so that each letter is written once, and none is lost.
  for (const incident of due)
    await inTransaction(db, async (transaction) => {
      const taken = await take(transaction, incident);
      if (!mailQueue || !taken || (await isOneTooMany(transaction, incident))) return;
      const workspace = await findWorkspace(transaction, incident.workspace_id);
      const people = await administratorsOf(transaction, incident.workspace_id);
      const letters = taken.flatMap((moment) =>
        people.map(({ email }) => alertEmail({ publicUrl, languages, to: email, workspace, moment, incident })),
      );
      await mailQueue.addAlerts(transaction, incident.workspace_id, letters);
    });
}

/** The moments whose letters this server now has to send. */
async function take(db: Database, incident: AlertIncidentRow): Promise<('opened' | 'resolved')[] | undefined> {
  const { id, opened_mail_due, resolved_mail_due } = incident;
  const { numUpdatedRows } = await db
    .updateTable('alert_incident')
    .set({ ...(opened_mail_due && { opened_mail_due: 0 }), ...(resolved_mail_due && { resolved_mail_due: 0 }) })
    .where('id', '=', id)
    .where('opened_mail_due', '=', opened_mail_due)
    .where('resolved_mail_due', '=', resolved_mail_due)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return undefined;
  return [...(opened_mail_due ? (['opened'] as const) : []), ...(resolved_mail_due ? (['resolved'] as const) : [])];
}

async function isOneTooMany(db: Database, { workspace_id, seq, opened_at }: AlertIncidentRow): Promise<boolean> {
  const since = new Date(Date.parse(opened_at) - day).toISOString();
  const before = await db
    .selectFrom('alert_incident')
    .select('seq')
    .where('workspace_id', '=', workspace_id)
    .where('seq', '<', seq)
    .where('opened_at', '>', since)
    .limit(mostADay)
    .execute();
  return before.length >= mostADay;
}

function administratorsOf(db: Database, workspaceId: string): Promise<{ email: string }[]> {
  return db
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.email', 'person.email_verified'])
    .where('member.workspace_id', '=', workspaceId)
    .where('member.role', '=', 'administrator')
    .orderBy('member.seq')
    .execute()
    .then((people) => people.filter(({ email_verified }) => Boolean(email_verified)));
}

async function findWorkspace(db: Database, id: string): Promise<string> {
  const found = await db.selectFrom('workspace').select('name').where('id', '=', id).executeTakeFirst();
  return found?.name ?? id;
}
