import { sql } from 'kysely';
import { engineOf } from '../db/engine.ts';
import type { Database } from '../db/schema.ts';
import { makeKey } from '../identity/key-format.ts';
import { digestOf, type Peppers } from '../identity/peppers.ts';
import { seal } from '../identity/sealed-secret.ts';

/** What a caller of an older version has: a key, and the secret of a webhook endpoint. */
export interface OlderSecrets {
  key: string;
  endpointSecret: string;
}

/** Rows that versions from one migration on wrote, by its number, until another changed them. */
interface Rows {
  since: number;
  until?: number;
  statement: string;
}

const at = "'2026-01-05T12:00:00.000Z'";

/** Two customers of Notas; é has more bytes than characters. */
export const olderCustomers = [
  {
    id: 'cus_a',
    type: 'individual',
    name: 'Zoé',
    email: 'z@c.example',
    external_id: 'E-1',
    created_at: '2026-01-05T12:00:00.000Z',
  },
  { id: 'cus_b', type: 'individual', name: 'Ana', email: 'a@c.example', created_at: '2026-01-05T12:00:01.000Z' },
];

/** Writes the rows that the version of a migration would have, in every table that it had. */
export async function writeOlderRows(db: Database, migration: string, peppers: Peppers): Promise<OlderSecrets> {
  const secrets = { key: makeKey('test'), endpointSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };
  const digest = digestOf(peppers, peppers.current, secrets.key);
  const sealed = seal(peppers, 'whe_1', secrets.endpointSecret);
  const path = engineOf(db).pathText(['name']);
  const version = Number.parseInt(migration, 10);
  for (const { since, until = Infinity, statement } of rowsOf({ digest, sealed, path }))
    if (since <= version && version < until) await sql.raw(statement).execute(db);
  return secrets;
}

const rowsOf = ({ digest, sealed, path }: Record<'digest' | 'sealed' | 'path', string>): Rows[] => [
  {
    since: 1,
    statement: `insert into workspace (id, kind, created_at, expires_at) values ('wsp_1', 'guest', ${at}, '2999-01-01T00:00:00.000Z')`,
  },
  {
    since: 1,
    statement: `insert into api_key (id, workspace_id, digest, pepper_version, last_four, environment, scopes, created_at)
      values ('key_1', 'wsp_1', '${digest}', 1, 'abcd', 'test', '*:read *:write', ${at})`,
  },
  { since: 1, statement: `insert into seeding values ('wsp_1', 'notas', ${at}), ('wsp_1', 'biblioteca', ${at})` },
  {
    since: 5,
    statement: `insert into indexed_field (workspace_id, api, store, path, kind) values ('wsp_1', 'notas', 'customers', '${path}', 'text')`,
  },
  {
    since: 19,
    statement: `insert into indexed_list (workspace_id, api, store) values ('wsp_1', 'notas', 'customers')`,
  },
  ...olderCustomers.map((customer) => ({
    since: 1,
    statement: `insert into record (workspace_id, api, store, parent, id, body)
      values ('wsp_1', 'notas', 'customers', '', '${customer.id}', '${JSON.stringify(customer)}')`,
  })),
  {
    since: 1,
    until: 13,
    statement: `insert into unique_value values ('wsp_1', 'notas', 'customers', 'external_id', 'E-1', 'cus_a')`,
  },
  {
    since: 13,
    statement: `insert into unique_value select 'wsp_1', 'notas', 'customers', 'external_id', 'E-1', seq from record where id = 'cus_a'`,
  },
  { since: 2, statement: `insert into counter values ('wsp_1', 'biblioteca', 'leitores', 7)` },
  {
    since: 3,
    statement: `insert into idempotency_key values ('wsp_1', 'notas', 'createCustomer', 'k', 'f', 'o', ${at}, '2999-01-01T00:00:00.000Z', null)`,
  },
  {
    since: 4,
    statement: `insert into event (id, workspace_id, api, type, store, record_id, created_at, payload)
      values ('evt_1', 'wsp_1', 'notas', 'customer.created', 'customers', 'cus_a', ${at}, '{"id":"evt_1","type":"customer.created"}')`,
  },
  { since: 6, statement: `insert into last_change values ('wsp_1', 'gestor', 'clientes', 1767614400000000)` },
  {
    since: 8,
    statement: `insert into webhook_endpoint (id, workspace_id, url, event_types, api_versions, status, secret, created_at, updated_at)
      values ('whe_1', 'wsp_1', 'https://hooks.example/', '["*"]', '{}', 'active', '${sealed}', ${at}, ${at})`,
  },
  {
    since: 8,
    statement: `insert into delivery (id, workspace_id, api, endpoint_id, event_id, type, store, record_id, created_at, status, attempt_count)
      values ('dlv_1', 'wsp_1', 'notas', 'whe_1', 'evt_1', 'customer.created', 'customers', 'cus_a', ${at}, 'delivered', 1)`,
  },
  {
    since: 8,
    statement: `insert into attempt (id, delivery_id, number, claim, outcome, started_at, request)
      values ('att_1', 'dlv_1', 1, 'c', 'succeeded', ${at}, '{}')`,
  },
  {
    since: 8,
    statement: `insert into inbox (id, workspace_id, answer, fail_next, created_at) values ('inb_1', 'wsp_1', '{"status":200}', 0, ${at})`,
  },
  {
    since: 9,
    statement: `insert into oauth_client (id, workspace_id, name, environment, role, scopes, digest, pepper_version, last_four, created_at)
      values ('cli_1', 'wsp_1', 'Robot', 'test', 'developer', 'notas:read', 'd', 1, 'wxyz', ${at})`,
  },
  {
    since: 9,
    statement: `insert into credential_use values ('key_1', '2026-01-05', 'wsp_1', 3, ${at}, null, 'notas')`,
  },
  {
    since: 9,
    statement: `insert into audit_event (id, workspace_id, action, actor_type, actor_id, target_type, target_id, details, created_at)
      values ('aud_1', 'wsp_1', 'invitation.created', 'person', 'psn_1', 'invitation', 'inv_1', '{}', ${at})`,
  },
  { since: 10, statement: `insert into person values ('psn_1', 'Bia', 'bia@c.example', true, null, ${at}, ${at})` },
  {
    since: 10,
    statement: `insert into person_session (id, person_id, token, expires_at, created_at, updated_at) values ('ses_1', 'psn_1', 't', ${at}, ${at}, ${at})`,
  },
  {
    since: 10,
    statement: `insert into person_credential (id, person_id, account_id, provider_id, password, created_at, updated_at)
      values ('crd_1', 'psn_1', 'psn_1', 'credential', 'hash', ${at}, ${at})`,
  },
  {
    since: 10,
    statement: `insert into member (workspace_id, person_id, role, created_at) values ('wsp_1', 'psn_1', 'administrator', ${at})`,
  },
  {
    since: 10,
    statement: `insert into invitation (id, workspace_id, email, role, digest, pepper_version, invited_by, created_at, expires_at)
      values ('inv_1', 'wsp_1', 'caio@c.example', 'reader', 'i', 1, 'psn_1', ${at}, ${at})`,
  },
  { since: 14, statement: `update invitation set issued_by = 'psn_1' where id = 'inv_1'` },
  {
    since: 10,
    until: 14,
    statement: `insert into outbox_letter (id, recipient, subject, body, created_at) values ('ltr_1', 'caio@c.example', 'Convite', 'https://link', ${at})`,
  },
  {
    since: 26,
    statement: `insert into alert_rule (workspace_id, id, kind, threshold, is_on, mail, created_at)
      values ('wsp_1', 'alr_1', 'latency', 500, 1, 1, ${at})`,
  },
  {
    since: 26,
    statement: `insert into alert_incident
      (id, workspace_id, rule_id, kind, threshold, opened_at, opened_figures, opened_mail_due, resolved_mail_due)
      values ('inc_1', 'wsp_1', 'alr_1', 'latency', 500, ${at}, '{}', 0, 0)`,
  },
  {
    since: 26,
    until: 27,
    statement: `insert into event (id, workspace_id, api, type, store, record_id, created_at, payload)
      values ('evt_2', 'wsp_1', 'platform', 'alert.opened', 'alert_incidents', 'inc_1', ${at}, '{"id":"evt_2","type":"alert.opened"}')`,
  },
  {
    since: 28,
    statement: `insert into letter_to_send values ('ltr_2', 'caio@c.example', 'Alerta', '${sealed}', ${at}, null, 1768219200000, 1, 1767614400000, null)`,
  },
  { since: 15, statement: `insert into job values ('remove-old-events', 0, 0, 'l')` },
  { since: 17, statement: `insert into egress_pace values ('host hooks.example', 1767614400000.5)` },
  {
    since: 18,
    statement: `insert into egress_wait values ('whe_1', 'wsp_1', 'host hooks.example', 1767614400000, 3, 5)`,
  },
  {
    since: 20,
    statement: `insert into suggestion (id, text, page, language, state, created_at)
      values ('sug_1', 'A typo', '/guides/notas', 'pt', 'open', ${at})`,
  },
];
