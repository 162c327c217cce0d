import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '../db/schema.ts';
import type { Principal } from '../identity/principal.ts';
import { rightsOfMember } from '../identity/rights.ts';
import { readOrigins } from '../identity/stored-lists.ts';
import { sessionCookie } from './auth.ts';
import type { People } from './people.ts';
import { isSameOrigin } from './same-origin.ts';
import { getMemberships, type Membership } from './workspaces.ts';

/** A signed-in person, their workspaces, and the workspace that this session is in. */
export interface PersonSession {
  id: string;
  person: { id: string; name: string; email: string; email_confirmed: boolean };
  workspaces: Membership[];
  current: Membership;
}

/** The dependencies for reading a session. */
export interface SessionParts {
  db: Database;
  people: People;
  config: { publicUrl: string };
  now: () => Date;
}

export interface SessionRequest {
  method: string;
  headers: IncomingHttpHeaders;
}

/** The session of a request from a page of this portal; requests from other sites have none. */
export async function findSession(
  { db, people, config, now }: SessionParts,
  { method, headers }: SessionRequest,
): Promise<PersonSession | undefined> {
  const { cookie } = headers;
  if (!cookie?.includes(`${sessionCookie}=`) || !isSameOrigin(method, headers, config.publicUrl)) return undefined;
  const auth = await people.auth();
  const found = await auth.findSession(new Headers({ cookie }));
  if (!found) return undefined;
  const { id, name, email, emailVerified } = found.user;
  const workspaces = await getMemberships(db, { id, name }, now());
  const chosen = await db
    .selectFrom('person_session')
    .select('workspace_id')
    .where('id', '=', found.session.id)
    .executeTakeFirst();
  const current = workspaces.find((workspace) => workspace.id === chosen?.workspace_id) ?? workspaces[0];
  return { id: found.session.id, person: { id, name, email, email_confirmed: emailVerified }, workspaces, current };
}

/** The principal of a signed-in person: the person, in the session's workspace. */
export async function findSessionPrincipal(
  parts: SessionParts,
  request: SessionRequest,
): Promise<Principal | undefined> {
  const session = await findSession(parts, request);
  if (!session) return undefined;
  const { clock_offset, allowed_origins } = await parts.db
    .selectFrom('workspace')
    .select(['clock_offset', 'allowed_origins'])
    .where('id', '=', session.current.id)
    .executeTakeFirstOrThrow();
  return {
    workspaceId: session.current.id,
    actor: { type: 'person', id: session.person.id },
    sessionId: session.id,
    role: session.current.role,
    environment: 'test',
    scopes: ['*:read', '*:write'],
    grants: rightsOfMember(session.current.role),
    clockOffset: clock_offset,
    ...(allowed_origins && { allowedOrigins: readOrigins(allowed_origins) }),
  };
}

/**
 * Whether a session goes on for its principal: in the same workspace, with the same role. One look-up, much cheaper than
 * `findSessionPrincipal`, for what is asked each second.
 */
export async function isSessionOpen(
  { db, now }: Pick<SessionParts, 'db' | 'now'>,
  { sessionId = '', workspaceId, role }: Principal,
): Promise<boolean> {
  const row = await db
    .selectFrom('person_session as session')
    .innerJoin('member', 'member.person_id', 'session.person_id')
    .select(['member.role', 'session.workspace_id as chosen'])
    .where('session.id', '=', sessionId)
    .where('session.expires_at', '>', now().toISOString())
    .where('member.workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row !== undefined && row.role === role && (row.chosen === null || row.chosen === workspaceId);
}

/** Switches a session to another workspace of its person. */
export async function chooseWorkspace(db: Database, sessionId: string, workspaceId: string): Promise<void> {
  await db.updateTable('person_session').set({ workspace_id: workspaceId }).where('id', '=', sessionId).execute();
}
