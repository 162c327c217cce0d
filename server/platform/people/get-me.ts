import type { Handler } from '../../pipeline/handle-request.ts';
import { principalOf } from '../audited-change.ts';

/** `GET /me`: by what a request is made, for which workspace, and with which rights. */
export const getMe: Handler = async (call) => {
  const { db } = call.context;
  const { workspaceId, actor, role, environment, scopes } = principalOf(call);
  const workspace = await db
    .selectFrom('workspace')
    .select(['id', 'name', 'kind'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  const person =
    actor.type === 'person'
      ? await db.selectFrom('person').select(['id', 'name', 'email']).where('id', '=', actor.id).executeTakeFirst()
      : undefined;
  const body = { actor, person: person ?? null, workspace, role, environment, scopes };
  return { status: 200, mediaType: 'application/json', body };
};
