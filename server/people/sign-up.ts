import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { checkGrant, rightsOfMember } from '../identity/rights.ts';
import type { AccountAnswer, AccountCall } from './account-call.ts';
import { askAuth } from './ask-auth.ts';
import { rememberDevice } from './known-device.ts';
import { claimGuestWorkspace, getMemberships, notAGuestWorkspace } from './workspaces.ts';

/**
 * Creates an account and signs it in. A guest sends the key of their workspace (`Authorization: Bearer`) to keep it, and
 * becomes its first member; without a key the account gets a new one.
 */
export async function signUp(call: AccountCall): Promise<AccountAnswer> {
  const { context, body } = call;
  const guestWorkspace = await findGuestWorkspace(call);
  const account = { name: (body.name ?? '').trim(), email: body.email, password: body.password };
  const { user, cookies } = await askAuth(call, '/sign-up/email', account);
  if (guestWorkspace !== undefined) {
    await claimGuestWorkspace(context.db, guestWorkspace, user, context.now());
    context.forgetWorkspace(guestWorkspace);
  }
  const [workspace] = await getMemberships(context.db, user, context.now());
  return { status: 201, body: { person: user, workspace }, cookies: [...cookies, rememberDevice(context, user.email)] };
}

/**
 * The workspace of the key in the request; an invalid key is refused before anything is created, and so is one with fewer
 * rights than the account gets.
 */
async function findGuestWorkspace({ context, headers }: AccountCall): Promise<string | undefined> {
  const [kind, key] = headers.authorization?.split(/ +/, 2) ?? [];
  if (kind === undefined) return undefined;
  if (kind.toLowerCase() !== 'bearer' || !key) throw malformedAuthorization();
  const { workspaceId, grants } = await context.verifyCredential(key);
  const { kind: owner } = await context.db
    .selectFrom('workspace')
    .select('kind')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  if (owner !== 'guest') throw notAGuestWorkspace();
  checkGrant(context.scopes, grants, rightsOfMember('administrator'));
  return workspaceId;
}

function malformedAuthorization(): Refusal {
  return new Refusal('invalid_key', say('accounts.malformed-authorization'));
}
