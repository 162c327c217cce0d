import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import type { RequestContentTable, RequestTable } from '../../db/activity-tables.ts';
import { engineOf } from '../../db/engine.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { keptRequestHeaders, keptResponseHeaders } from '../mask/kept-headers.ts';
import { maskBody, maskForm } from '../mask/mask-body.ts';
import { maskText, storable } from '../mask/mask-text.ts';
import { isSecretName } from '../mask/secret-names.ts';
import { withWorkspace } from '../with-workspace.ts';
import type { FinishedCall } from './finished-call.ts';
import { idempotencyOf } from './idempotency-of.ts';
import { reasonOf } from './reason.ts';

export type NewRequest = Omit<Insertable<RequestTable>, 'seq'> & { content: Insertable<RequestContentTable> };

const longestPath = 2000;
const longestAgent = 512;

/** A call as it is kept: without its secrets, and with long texts cut off. */
export function rowOf(call: FinishedCall): NewRequest {
  const { api, operation, incoming, workspaceId, actor } = call;
  const isSecret = (name: string) => isSecretName(api.document, operation, name);
  const { id, method, path, headers, body } = incoming;
  const at = call.at;
  const query = incoming.url.includes('?') ? incoming.url.slice(incoming.url.indexOf('?') + 1) : '';
  const declared = (operation?.parameters ?? []).flatMap((each) =>
    each.in === 'header' ? each.name.toLowerCase() : [],
  );
  return {
    id,
    workspace_id: workspaceId,
    at,
    clock: call.clock,
    api: api.slug,
    operation: operation?.id ?? null,
    route: operation?.path ?? null,
    method,
    path: storable(maskText(path), longestPath),
    query: storable(maskText(maskForm(query, isSecret)), longestPath),
    status: call.isDropped ? 0 : call.status,
    // Figures count a dropped connection among the failures of the server, too.
    class: call.isDropped ? 5 : Math.floor(call.status / 100),
    error_code: call.refusal?.code ?? null,
    duration: Math.round(call.duration * 1000) / 1000,
    stages: JSON.stringify(stagesOf(call)),
    request_bytes: call.requestBytes,
    response_bytes: call.responseBody === undefined ? null : call.responseBytes,
    actor_type: actor?.type ?? null,
    actor_id: actor?.id ?? null,
    address: incoming.address,
    user_agent: storable(maskText(headers['user-agent'] ?? ''), longestAgent) || null,
    idempotency: idempotencyOf(call) ?? null,
    content: {
      request_id: id,
      workspace_id: workspaceId,
      at,
      request_headers: JSON.stringify(keptRequestHeaders(headers, declared, isSecret)),
      response_headers: JSON.stringify(keptResponseHeaders(call.responseHeaders)),
      request_body: body?.length ? (maskBody(body, headers['content-type'], isSecret) ?? null) : null,
      response_body: call.responseBody ? (maskBody(call.responseBody, call.mediaType, isSecret) ?? null) : null,
      reason: call.refusal ? storable(maskText(JSON.stringify(reasonOf(call.refusal)))) : null,
    },
  };
}

const columns = [
  'id',
  'workspace_id',
  'at',
  'clock',
  'api',
  'operation',
  'route',
  'method',
  'path',
  'query',
  'status',
  'class',
  'error_code',
  'duration',
  'stages',
  'request_bytes',
  'response_bytes',
  'actor_type',
  'actor_id',
  'address',
  'user_agent',
  'idempotency',
] as const satisfies (keyof NewRequest)[];

const contentColumns = [
  'request_id',
  'workspace_id',
  'at',
  'request_headers',
  'response_headers',
  'request_body',
  'response_body',
  'reason',
] as const satisfies (keyof RequestContentTable)[];

const numbers = new Set<string>(['at', 'clock', 'status', 'class', 'duration', 'request_bytes', 'response_bytes']);

/** Writes calls in one statement for each table, but for those of workspaces that are gone by now. */
export async function insertRequests(db: Database, rows: NewRequest[]): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const kept = await withWorkspace(transaction, rows);
    const contents = kept.map(({ content }) => content);
    await insertList(transaction, 'request', columns, kept);
    await insertList(transaction, 'request_content', contentColumns, contents);
  });
}

async function insertList(db: Database, table: string, names: readonly string[], rows: object[]): Promise<void> {
  const list = JSON.stringify(rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name as never]]))));
  const { membersOf, kind } = engineOf(db);
  const value = (name: string) => {
    const text = `value ->> '${name}'`;
    return sql.raw(kind === 'postgres' && numbers.has(name) ? `(${text})::double precision` : text);
  };
  await sql`
    insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(names.map(value))} from ${membersOf(list)} where true on conflict do nothing`.execute(db);
}

/** Only stages that took time, in thousandths of a millisecond. */
function stagesOf({ stages }: FinishedCall): Record<string, number> {
  const taken = Object.entries(stages).filter(([, time]) => time > 0);
  return Object.fromEntries(taken.map(([stage, time]) => [stage, Math.round(time * 1000) / 1000]));
}
