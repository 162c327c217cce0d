import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { openIncident } from '../activity/alerts/incident-store.ts';
import { presets, type Rule } from '../activity/alerts/rules.ts';
import { newId } from '../db/new-id.ts';
import { issueKey } from '../identity/api-keys.ts';
import { insertClient } from '../identity/oauth-clients.ts';
import { insertInvitation } from '../people/invitations.ts';
import { newPerson } from './browser.ts';
import { invoice, invoices } from './issuing-workspaces.ts';
import type { TestPortal } from './test-portal.ts';

/** The workspace and the person in it who creates an object: an administrator with all rights. */
export interface Maker {
  workspaceId: string;
  personId: string;
}

/** The values of path parameters that address an object. */
type Address = Record<string, string>;

/** Creates objects that paths of the platform API address, by the last parameter of the path. */
export const platformObjects: Record<string, (portal: TestPortal, maker: Maker) => Promise<Address>> = {
  api_key_id: async ({ context: { db, peppers } }, maker) => ({
    api_key_id: (await issueKey(db, peppers, { ...allRights(maker), expiresAt: null })).id,
  }),
  oauth_client_id: async ({ context: { db, peppers } }, maker) => ({
    oauth_client_id: (await insertClient(db, peppers, { ...allRights(maker), name: 'ERP' })).client.id,
  }),
  member_id: async ({ context: { db } }, { workspaceId }) => {
    const { email, name } = newPerson();
    const id = newId('per');
    const at = new Date().toISOString();
    await sql`
      insert into person (id, email, name, email_verified, created_at, updated_at)
      values (${id}, ${email}, ${name}, (1 = 0), ${at}, ${at})
    `.execute(db);
    const member = { workspace_id: workspaceId, person_id: id, role: 'reader' as const, created_at: at };
    await db.insertInto('member').values(member).execute();
    return { member_id: id };
  },
  invitation_id: async ({ context: { db, peppers, config } }, { workspaceId, personId }) => {
    const invitation = { workspaceId, role: 'administrator' as const, email: newPerson().email, invitedBy: null };
    const made = await insertInvitation(
      db,
      { peppers, quotas: config.quotas },
      { ...invitation, issuedBy: personId, now: new Date() },
    );
    return { invitation_id: made.invitation.id };
  },
  request_id: async (portal, maker) => {
    await ask(portal, maker, 'GET /sandbox/crm/v2/usuarios');
    return { request_id: (await ask(portal, maker, 'GET /platform/v1/requests?target=sandbox')).data[0].id };
  },
  event_id: async (portal, maker) => {
    await ask(portal, maker, `POST ${invoices}`, invoice);
    return { event_id: (await ask(portal, maker, 'GET /platform/v1/events')).data[0].id };
  },
  alert_rule_id: async (portal, maker) => {
    const rule = { kind: 'latency', threshold: 500 };
    return { alert_rule_id: (await ask(portal, maker, 'POST /platform/v1/alert_rules', rule)).id };
  },
  alert_incident_id: async ({ context: { db } }, { workspaceId }) => {
    const figures = { value: 1, window_minutes: 15, calls: 20, affected: 20, subjects: [] };
    const moment = { workspaceId, figures, at: new Date(), byMail: false };
    const rule = { ...(presets[0] as Rule), id: newId('alr') };
    return { alert_incident_id: (await openIncident(db, rule, moment))?.id ?? '' };
  },
  endpoint_id: async (portal, maker) => {
    const { url } = await ask(portal, maker, 'POST /platform/v1/inboxes', {});
    const endpoint = await ask(portal, maker, 'POST /platform/v1/webhook_endpoints', { url, event_types: ['*'] });
    return { endpoint_id: endpoint.id };
  },
  delivery_id: async (portal, maker) => {
    await platformObjects.endpoint_id?.(portal, maker);
    await ask(portal, maker, `POST ${invoices}`, invoice);
    return { delivery_id: (await ask(portal, maker, 'GET /platform/v1/deliveries')).data[0].id };
  },
  inbox_id: async (portal, maker) => ({ inbox_id: (await ask(portal, maker, 'POST /platform/v1/inboxes', {})).id }),
  message_id: async (portal, maker) => {
    const { id } = await ask(portal, maker, 'POST /platform/v1/inboxes', {});
    await portal.call(`POST /inbox/${id}`, { body: { hello: 'there' } });
    const { data } = await ask(portal, maker, `GET /platform/v1/inboxes/${id}/messages`);
    return { inbox_id: id, message_id: data[0].id };
  },
  suggestion_id: async ({ context: { db } }) => {
    const suggestion = { id: newId('sug'), text: 'Falta um exemplo.', page: '/guides/notas', language: 'pt' as const };
    const at = new Date().toISOString();
    await db
      .insertInto('suggestion')
      .values({ ...suggestion, state: 'open', created_at: at })
      .execute();
    return { suggestion_id: suggestion.id };
  },
};

function allRights({ workspaceId, personId }: Maker) {
  return {
    workspaceId,
    role: 'administrator' as const,
    scopes: ['*:read', '*:write'],
    createdBy: { type: 'person' as const, id: personId },
    environment: 'test' as const,
    now: new Date(),
  };
}

/** Calls an API with a key of the workspace that may do everything. */
async function ask(portal: TestPortal, maker: Maker, request: string, body?: unknown) {
  const { db, peppers } = portal.context;
  const { secret: key } = await issueKey(db, peppers, { ...allRights(maker), expiresAt: null });
  const answer = await portal.call(request, { key, body });
  assert.ok(answer.status < 300, `${request} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
