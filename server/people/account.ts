import { preferredLanguage } from '../answers/preferred-language.ts';
import { notFound, tooManyRequests } from '../answers/refusal.ts';
import { acceptInvitation, showInvitation } from './accept-invitation.ts';
import type { AccountAction } from './account-body.ts';
import type { AccountAnswer, AccountCall } from './account-call.ts';
import { notSignedIn, wrongPassword } from './account-refusals.ts';
import { askAuth } from './ask-auth.ts';
import { confirmByToken, sendConfirmationAgain } from './confirm-email.ts';
import { createConsoleKey, removeConsoleKeys } from './console-keys.ts';
import { countAttempt } from './count-attempt.ts';
import { deleteAccount } from './delete-account.ts';
import { goodbyeEmail, handoverEmail } from './farewell-emails.ts';
import { forgetPerson } from './forget-person.ts';
import { rememberDevice } from './known-device.ts';
import { leaveWorkspace } from './leave-workspace.ts';
import { mailboxOf } from './mailbox.ts';
import { chooseWorkspace, findSession, type PersonSession } from './session.ts';
import { endSessions, findSessionIds } from './sessions-of.ts';
import { signUp } from './sign-up.ts';
import { transferWorkspace } from './transfer-workspace.ts';

type Perform = (call: AccountCall) => Promise<AccountAnswer>;

/** What a person does about their own account; each action is `POST /account/<its name>`. */
export const performAccountAction: Record<AccountAction, Perform> = {
  'sign-up': signUp,
  'sign-in': async (call) => {
    await countAttempt(call, call.body.email ?? '');
    const { cookies, user } = await askAuth(call, '/sign-in/email', { ...call.body });
    const known = rememberDevice(call.context, user.email);
    return { status: 200, body: { person: user }, cookies: [...cookies, known] };
  },
  'sign-out': async (call) => {
    const session = await findSession(call.context, { method: 'POST', headers: call.headers });
    const { cookies } = await askAuth(call, '/sign-out', {}, { asPerson: true });
    if (session) await removeConsoleKeys(call.context.db, { sessionId: session.id });
    if (session) await forgetPerson(call.context, session.person.id);
    return { status: 204, cookies };
  },
  'request-password-reset': async (call) => {
    await askAuth(call, '/request-password-reset', { email: call.body.email });
    return { status: 202 };
  },
  'reset-password': async (call) => {
    const change = { token: call.body.token, newPassword: call.body.password };
    const { user } = await askAuth(call, '/reset-password', change);
    // The owner gets in from here, even while strangers try passwords.
    return { status: 204, cookies: [rememberDevice(call.context, user.email)] };
  },
  'change-password': async (call) => {
    const { person } = await getSession(call);
    await countAttempt(call, person.email);
    const { current_password: currentPassword, password: newPassword } = call.body;
    const change = { currentPassword, newPassword, revokeOtherSessions: true };
    const { cookies } = await askAuth(call, '/change-password', change, { asPerson: true });
    await removeConsoleKeys(call.context.db, { personId: person.id });
    await forgetPerson(call.context, person.id);
    return { status: 204, cookies };
  },
  'change-name': async (call) => {
    const { person } = await getSession(call);
    const name = (call.body.name ?? '').trim();
    await call.context.db.updateTable('person').set({ name }).where('id', '=', person.id).execute();
    return { status: 200, body: { person: { ...person, name } } };
  },
  'send-confirmation': async (call) => {
    const session = await getSession(call);
    const wait = await call.context.people.confirmationLimit(mailboxOf(session.person.email));
    if (wait !== undefined) throw tooManyRequests(wait);
    await sendConfirmationAgain(call, session);
    return { status: 202 };
  },
  'confirm-email': async (call) => {
    await confirmByToken(call, call.body.token ?? '');
    return { status: 204 };
  },
  'end-session': async (call) => {
    const { person } = await getSession(call);
    const { db } = call.context;
    await endSessions(db, await findSessionIds(db, person.id, { only: call.body.session_id ?? '' }));
    await forgetPerson(call.context, person.id);
    return { status: 204 };
  },
  'end-other-sessions': async (call) => {
    const { id, person } = await getSession(call);
    const { db } = call.context;
    await endSessions(db, await findSessionIds(db, person.id, { but: id }));
    await forgetPerson(call.context, person.id);
    return { status: 204 };
  },
  'choose-workspace': async (call) => {
    const session = await getSession(call);
    const workspace = findMembership(session, call.body.workspace_id);
    await chooseWorkspace(call.context.db, session.id, workspace.id);
    return { status: 200, body: { workspace } };
  },
  'leave-workspace': async (call) => {
    const session = await getSession(call);
    const { id } = findMembership(session, call.body.workspace_id);
    const { db, now, forgetWorkspace } = call.context;
    await leaveWorkspace(db, { workspaceId: id, personId: session.person.id, now: now() });
    forgetWorkspace(id);
    return { status: 204 };
  },
  'transfer-workspace': async (call) => {
    const { person, ...session } = await getSession(call);
    const workspace = findMembership(session, call.body.workspace_id);
    const { context, headers, body } = call;
    const { db, now, forgetWorkspace, people, config, portal } = context;
    const handover = { workspaceId: workspace.id, personId: person.id, successorId: body.member_id ?? '', now: now() };
    const { name, email } = await transferWorkspace(db, handover);
    forgetWorkspace(workspace.id);
    const facts = { to: email, name, workspace: workspace.name, by: person.name };
    const message = handoverEmail(
      { publicUrl: config.publicUrl, name: portal.name },
      preferredLanguage(headers),
      facts,
    );
    people.postLater(message);
    return { status: 204 };
  },
  'delete-account': async (call) => {
    const { person } = await getSession(call);
    await countAttempt(call, person.email);
    const { context, headers, body } = call;
    const auth = await context.people.auth();
    const isTheirs = await auth.isPassword(new Headers({ cookie: headers.cookie ?? '' }), body.current_password ?? '');
    if (!isTheirs) throw wrongPassword();
    await deleteAccount(context, person);
    const { cookies } = await askAuth(call, '/sign-out', {}, { asPerson: true });
    const message = goodbyeEmail(context.portal, preferredLanguage(headers), person);
    context.people.postLater(message);
    return { status: 204, cookies };
  },
  'console-key': async (call) => {
    const { db, peppers, now } = call.context;
    const session = await getSession(call);
    const api_key = await createConsoleKey(db, peppers, session, now());
    return { status: 201, body: { workspace: session.current, api_key } };
  },
  'show-invitation': async ({ context: { db, peppers, now }, body }) => {
    return { status: 200, body: await showInvitation(db, peppers, body.token ?? '', now()) };
  },
  'accept-invitation': async (call) => {
    const { db, peppers, now } = call.context;
    const session = await getSession(call);
    const accepted = { token: call.body.token ?? '', person: session.person, now: now() };
    const workspaceId = await acceptInvitation(db, peppers, accepted);
    await chooseWorkspace(db, session.id, workspaceId);
    return { status: 200, body: { workspace_id: workspaceId } };
  },
};

async function getSession({ context, headers }: AccountCall): Promise<PersonSession> {
  const session = await findSession(context, { method: 'POST', headers });
  if (!session) throw notSignedIn();
  return session;
}

function findMembership({ workspaces }: Pick<PersonSession, 'workspaces'>, id = '') {
  const found = workspaces.find((workspace) => workspace.id === id);
  if (!found) throw notFound(id);
  return found;
}
