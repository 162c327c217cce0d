import { type Kysely, sql } from 'kysely';

/** Two records and an event for each workspace; one in a hundred has an endpoint, with three deliveries and their attempts. */
const statements = (total: number, now: number) => {
  const made = `to_char(to_timestamp((${now} - (n % 2592000) * 1000.0) / 1000) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const expires = `to_char(to_timestamp((${now} + ((n % 1000) - 1) * 86400.0) / 1000) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const each = `generate_series(1, ${total}) as n`;
  const few = `generate_series(100, ${total}, 100) as n`;
  const body = `json_build_object('id', 'inv_' || n || '_' || part, 'status', (array['issued', 'waiting', 'canceled'])[1 + n % 3],
    'amount', (n % 100000)::text || '.00', 'description', 'Nota ' || n)::text`;
  return [
    `insert into workspace (id, kind, created_at, expires_at) select 'wsp_' || n, 'guest', ${made}, ${expires} from ${each}`,
    `insert into api_key (id, workspace_id, digest, pepper_version, last_four, environment, scopes, created_at)
      select 'key_' || n, 'wsp_' || n, 'digest_' || n, 1, 'abcd', 'test', '*:read', ${made} from ${each}`,
    `insert into record (seq, workspace_id, api, store, parent, id, body, due_at)
      select nextval('record_seq_seq'), 'wsp_' || n, 'notas', 'serviceinvoices', 'companies/1', 'inv_' || n || '_' || part, ${body},
        case when part = 1 and n % 10 = 0 then ${now} + (n % 100000) * 1000 end
      from ${each}, generate_series(1, 2) as part`,
    `insert into list_size (workspace_id, api, store, parent, total, bytes)
      select 'wsp_' || n, 'notas', 'serviceinvoices', 'companies/1', 2, 200 from ${each}`,
    `insert into event (id, workspace_id, api, type, store, record_id, created_at, payload)
      select 'evt_' || n, 'wsp_' || n, 'notas', 'document_success', 'serviceinvoices', 'inv_' || n || '_1', ${made}, '{}' from ${each}`,
    `insert into webhook_endpoint (id, workspace_id, url, event_types, api_versions, status, secret, created_at, updated_at)
      select 'whe_' || n, 'wsp_' || n, 'https://hooks.example/', '["*"]', '{}', 'active', 's', ${made}, ${made} from ${few}`,
    `insert into delivery (id, workspace_id, api, endpoint_id, event_id, type, store, record_id, created_at, status, attempt_count, due_at)
      select 'dlv_' || n || '_' || part, 'wsp_' || n, 'notas', 'whe_' || n, 'evt_' || n, 'document_success', 'serviceinvoices',
        'inv_' || n || '_1', ${made}, case part when 1 then 'pending' else 'delivered' end, 1,
        case when part = 1 then ${now} + (n % 100000) * 1000 end
      from ${few}, generate_series(1, 3) as part`,
    `insert into attempt (id, delivery_id, number, claim, outcome, started_at, request)
      select 'att_' || n || '_' || part, 'dlv_' || n || '_' || part, 1, 'c', 'delivered', ${made}, '{}' from ${few}, generate_series(1, 3) as part`,
  ];
};

/** Fills PostgreSQL with so many small workspaces, without triggers and checks of foreign keys. `now` is in milliseconds since 1970. */
export async function fillWorkspaces<T>(db: Kysely<T>, total: number, now: number): Promise<void> {
  await db.connection().execute(async (connection) => {
    for (const setting of ['session_replication_role = replica', 'statement_timeout = 0', "work_mem = '256MB'"])
      await sql.raw(`set ${setting}`).execute(connection);
    for (const statement of statements(total, now)) await sql.raw(statement).execute(connection);
    await sql.raw('reset all').execute(connection);
  });
  for (const table of [
    'workspace',
    'api_key',
    'record',
    'event',
    'delivery',
    'attempt',
    'webhook_endpoint',
    'list_size',
  ])
    await sql.raw(`vacuum analyze ${table}`).execute(db);
}
