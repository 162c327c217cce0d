import { newId } from '../db/new-id.ts';
import type { Database } from '../db/schema.ts';
import type { Letter } from './email.ts';
import type { Sealer } from './outbox.ts';

/** Letters that may wait: a mail server that is down for long does not fill the database. */
const capacity = 10_000;
/** Those of alerts, in all and of one workspace: they leave room for letters that open accounts, and for other workspaces. */
const alertCapacity = 5_000;
const workspaceCapacity = 200;
/** No link in a letter lives longer, in milliseconds. */
const longest = 7 * 24 * 60 * 60_000;

type StoreOptions = Pick<Sealer, 'seal' | 'now'> & {
  /** The workspace whose alerts the letters tell of. */
  workspaceId?: string;
};

/** Stores as many of the letters as there is room for, the first ones, and returns their ids. */
export async function storeLetters(db: Database, letters: Letter[], options: StoreOptions): Promise<string[]> {
  const { seal, now, workspaceId = null } = options;
  const room = letters.length > 0 ? await findRoom(db, workspaceId) : 0;
  const rows = letters.slice(0, Math.max(0, room)).map(({ to, subject, text, livesFor = longest }) => {
    const id = newId('ltr');
    const at = now();
    const times = { created_at: at.toISOString(), due_at: at.getTime(), expires_at: at.getTime() + livesFor };
    const row = { id, recipient: to, subject, body: seal(id, text), workspace_id: workspaceId };
    return { ...row, ...times, attempts: 0, claim: null };
  });
  if (rows.length > 0) await db.insertInto('letter_to_send').values(rows).execute();
  return rows.map(({ id }) => id);
}

async function findRoom(db: Database, workspaceId: string | null): Promise<number> {
  const waiting = await db
    .selectFrom('letter_to_send')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.count<number>('workspace_id').as('ofAlerts'),
      fn.countAll<number>().filterWhere('workspace_id', '=', workspaceId).as('ofWorkspace'),
    ])
    .executeTakeFirstOrThrow();
  const room = capacity - Number(waiting.all);
  if (workspaceId === null) return room;
  return Math.min(room, alertCapacity - Number(waiting.ofAlerts), workspaceCapacity - Number(waiting.ofWorkspace));
}

/** Removes the letters whose time is over, also those that no mail server will ever take. */
export async function removeExpiredLetters(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('letter_to_send').where('expires_at', '<=', now.getTime()).execute();
}
