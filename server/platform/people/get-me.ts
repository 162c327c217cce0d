import type { Database } from '../../db/schema.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `GET /me`: the caller's credential, workspace and rights. */
export const getMe: Handler<'getMe'> = async (call) => {
  const { db } = call.context;
  const { workspaceId, actor, role, environment, scopes } = callerOf(call);
  const workspace = await db
    .selectFrom('workspace')
    .select(['id', 'name', 'kind'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  const person = actor.type === 'person' ? await findPerson(db, actor.id) : undefined;
  const body = { actor, person: person ?? null, workspace, role, environment, scopes };
  return { status: 200, mediaType: 'application/json', body };
};

async function findPerson(db: Database, id: string) {
  const found = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'email_verified'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  const { email_verified, ...person } = found;
  return { ...person, email_confirmed: Boolean(email_verified) };
}
