import type { Role } from '../dialect/access.ts';
import { issueKey } from '../identity/api-keys.ts';
import { type Rights, rightsOfMember } from '../identity/rights.ts';
import { type Browser, newPerson, signUp } from './browser.ts';
import { joinWorkspace } from './members.ts';
import type { Maker } from './platform-objects.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';

/** Somebody who calls the platform API. */
export interface Caller {
  name: string;
  /** Undefined for callers without credentials. */
  rights: Rights | undefined;
  own: Maker;
  send(request: string, body: unknown): Promise<TestAnswer>;
}

/**
 * Callers of every kind: the three roles of one workspace, keys of its administrator with bounds or few scopes, a guest, and
 * nobody. `other` is the administrator of another workspace.
 */
export async function openCallers(portal: TestPortal): Promise<{ callers: Caller[]; other: Maker }> {
  const makerOf = async (browser: Browser): Promise<Maker> => {
    const { person, workspace } = (await browser.send('GET /account/session')).body;
    return { workspaceId: workspace.id, personId: person.id };
  };
  const administrator = await signUp(portal, newPerson());
  const own = await makerOf(administrator);
  const other = await makerOf(await signUp(portal, newPerson()));
  const session = (browser: Browser, role: Role): Caller => ({
    name: role,
    rights: rightsOfMember(role),
    own,
    send: (request, body) => browser.send(request, { body }),
  });
  const withKey = (name: string, key: string, rights: Rights, maker = own): Caller => ({
    name,
    rights,
    own: maker,
    send: (request, body) => portal.call(request, { key, body }),
  });
  const { db, peppers } = portal.context;
  const bounds = {
    ...rightsOfMember('administrator'),
    environment: 'test' as const,
    addresses: ['127.0.0.0/8'],
    requestsPerMinute: 100_000,
    endsAt: Date.now() + 3_600_000,
  };
  const keyOf = async ({ scopes, addresses, requestsPerMinute, endsAt }: Rights) => {
    const key = {
      workspaceId: own.workspaceId,
      environment: 'test' as const,
      scopes,
      now: new Date(),
      requestsPerMinute,
    };
    const createdBy = { type: 'person' as const, id: own.personId };
    const made = { ...key, createdBy, allowedAddresses: addresses, expiresAt: new Date(endsAt) };
    return (await issueKey(db, peppers, made)).secret;
  };
  const guest = (await portal.call('POST /platform/v1/guest_workspaces')).body;
  const guestPlace = { workspaceId: guest.workspace.id, personId: 'none' };
  const noScopes = { ...bounds, scopes: [] };
  const members = { ...bounds, scopes: ['members:write', 'api_keys:write', 'oauth_clients:write'] };
  const callers: Caller[] = [
    session(administrator, 'administrator'),
    session((await joinWorkspace(portal, administrator, 'developer')).browser, 'developer'),
    session((await joinWorkspace(portal, administrator, 'reader')).browser, 'reader'),
    withKey('guest', guest.api_key.secret, rightsOfMember('administrator'), guestPlace),
    withKey('key with bounds', await keyOf(bounds), bounds),
    withKey('key for credentials and members', await keyOf(members), members),
    withKey('key without scopes', await keyOf(noScopes), noScopes),
    { name: 'anonymous', rights: undefined, own, send: (request, body) => portal.call(request, { body }) },
  ];
  return { callers, other };
}
