import assert from 'node:assert/strict';
import { type Browser, type NewPerson, newPerson, signUp } from './browser.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';
import { waitForEmail } from './wait-for-email.ts';

/** A person who has joined a workspace, with the accepted invitation. */
export interface Member {
  browser: Browser;
  person: NewPerson;
  id: string;
  invitationId: string;
}

/** Invites an address into the workspace of `by`. */
export function invite(by: Browser, email: string, role: string): Promise<TestAnswer> {
  return by.send('POST /platform/v1/invitations', { body: { email, role } });
}

/** The token of the newest invitation to an address. */
export async function invitationToken(portal: TestPortal, email: string): Promise<string> {
  return (await waitForEmail(portal, email, 'invitation')).token;
}

/** A person who was invited by an administrator and has accepted. */
export async function joinWorkspace(portal: TestPortal, administrator: Browser, role: string): Promise<Member> {
  const person = newPerson('Rafael Prado');
  const { status, body } = await invite(administrator, person.email, role);
  assert.equal(status, 201, JSON.stringify(body));
  const browser = await signUp(portal, person);
  const accepted = await browser.send('POST /account/accept-invitation', {
    body: { token: await invitationToken(portal, person.email) },
  });
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
  const { id } = (await browser.send('GET /account/session')).body.person;
  return { browser, person, id, invitationId: body.id };
}

/** The key with which the console of a browser calls sandboxes. */
export async function consoleKey(browser: Browser): Promise<string> {
  return (await browser.send('POST /account/console-key', { body: {} })).body.api_key.secret;
}
