import type { Database } from '../db/schema.ts';
import { words } from '../identity/stored-lists.ts';
import type { PersonSession } from './session.ts';
import { listSessions } from './sessions-of.ts';

const atOnce = 500;

/** All that is held about a person, as the text of a JSON file, in pieces; secrets and their hashes are not in it. */
export async function* writeDataOfPerson(
  db: Database,
  { person, id: currentId }: PersonSession,
  now: Date,
): AsyncGenerator<string> {
  const data = {
    exported_at: now.toISOString(),
    person: await readPerson(db, person.id),
    sessions: await listSessions(db, { personId: person.id, currentId, now }),
    workspaces: await readWorkspaces(db, person.id),
    invitations_received: await readInvitations(db, 'email', person.email.toLowerCase()),
    invitations_sent: await readInvitations(db, 'invited_by', person.id),
    api_keys: await readKeys(db, person.id),
    oauth_clients: await readClients(db, person.id),
    emails: await readEmails(db, person.email),
    suggestions: await readSuggestions(db, person),
  };
  yield `${JSON.stringify(data, undefined, 2).slice(0, -2)},\n  "audit_events": [`;
  yield* writeRows((after) => readAudit(db, person.id, after));
  yield '\n  ],\n  "requests": [';
  yield* writeRows((after) => readRequests(db, person.id, after));
  yield '\n  ]\n}\n';
}

/** The rows of a long list, page by page, without their numbers. */
async function* writeRows(read: (after: number) => Promise<{ seq: number }[]>): AsyncGenerator<string> {
  let after = 0;
  for (let isFull = true; isFull; ) {
    const rows = await read(after);
    isFull = rows.length === atOnce;
    const lines = rows.map(({ seq: _, ...row }) => JSON.stringify(row));
    if (lines.length > 0) yield `${after > 0 ? ',' : ''}\n    ${lines.join(',\n    ')}`;
    after = rows.at(-1)?.seq ?? after;
  }
}

async function readPerson(db: Database, id: string) {
  const { email_verified, created_at, updated_at, ...person } = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'email_verified', 'created_at', 'updated_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const times = { created_at: new Date(created_at).toISOString(), updated_at: new Date(updated_at).toISOString() };
  return { ...person, email_confirmed: Boolean(email_verified), ...times };
}

function readWorkspaces(db: Database, personId: string) {
  return db
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
    .select(['workspace.id', 'workspace.name', 'member.role', 'member.created_at as member_since'])
    .where('member.person_id', '=', personId)
    .orderBy('member.seq')
    .execute();
}

function readInvitations(db: Database, column: 'email' | 'invited_by', value: string) {
  return db
    .selectFrom('invitation')
    .select(['id', 'workspace_id', 'email', 'role', 'created_at', 'expires_at', 'accepted_at', 'revoked_at'])
    .where(column, '=', value)
    .orderBy('seq')
    .execute();
}

async function readKeys(db: Database, personId: string) {
  const rows = await db
    .selectFrom('api_key')
    .select(['id', 'workspace_id', 'name', 'environment', 'role', 'scopes', 'allowed_addresses'])
    .select(['created_at', 'expires_at', 'revoked_at'])
    .where('created_by_id', '=', personId)
    .orderBy('created_at')
    .execute();
  return rows.map(showLists);
}

async function readClients(db: Database, personId: string) {
  const rows = await db
    .selectFrom('oauth_client')
    .select(['id', 'workspace_id', 'name', 'environment', 'role', 'scopes', 'allowed_addresses', 'created_at'])
    .where('created_by_id', '=', personId)
    .orderBy('created_at')
    .execute();
  return rows.map(showLists);
}

function showLists<Row extends { scopes: string; allowed_addresses: string }>(row: Row) {
  return { ...row, scopes: words(row.scopes), allowed_addresses: words(row.allowed_addresses) };
}

/** The letters that the portal stores because it has no mail server; their texts hold links that are secrets. */
function readEmails(db: Database, email: string) {
  return db
    .selectFrom('outbox_letter')
    .select(['subject', 'created_at'])
    .where('recipient', '=', email)
    .orderBy('seq')
    .execute();
}

function readSuggestions(db: Database, { id, email }: { id: string; email: string }) {
  return db
    .selectFrom('suggestion')
    .select(['id', 'text', 'page', 'email', 'state', 'created_at'])
    .where(({ or, eb }) => or([eb('actor_id', '=', id), eb('email', '=', email)]))
    .orderBy('seq')
    .execute();
}

/** The calls that the pages made for the person. */
async function readRequests(db: Database, personId: string, after: number) {
  const rows = await db
    .selectFrom('request')
    .select(['seq', 'id', 'workspace_id', 'at', 'method', 'path', 'status', 'address', 'user_agent'])
    .where('actor_type', '=', 'person')
    .where('actor_id', '=', personId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(atOnce)
    .execute();
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

async function readAudit(db: Database, personId: string, after: number) {
  const rows = await db
    .selectFrom('audit_event')
    .select(['seq', 'id', 'workspace_id', 'action', 'target_type', 'target_id', 'details', 'address'])
    .select(['request_id', 'created_at'])
    .where('actor_id', '=', personId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(atOnce)
    .execute();
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) }));
}
