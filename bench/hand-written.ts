// The fair limit of `npm run bench`: the customers of the Notas API, written by hand, without anything that other resources need.
// Authentication, rate limit, validation, unique values, ETag, headers and database settings are those of the sandbox.
import { createHmac, hash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

const secret = `sk_test_${randomBytes(24).toString('base64url')}`;
const pepper = randomBytes(32);
const workspaces = new Map([[digestOf(secret), 'wsp_1']]);
const windows = new Map<string, { end: number; count: number }>();

const database = new DatabaseSync(join(mkdtempSync(join(tmpdir(), 'cais-hand-written-')), 'data.sqlite'));
database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -65536;
  PRAGMA mmap_size = 268435456;
  PRAGMA wal_autocheckpoint = 8000;
  CREATE TABLE customer (seq INTEGER PRIMARY KEY AUTOINCREMENT, workspace_id TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    UNIQUE (workspace_id, id));
  CREATE TABLE external_id (workspace_id TEXT NOT NULL, value TEXT NOT NULL, customer_seq INTEGER NOT NULL REFERENCES customer (seq),
    PRIMARY KEY (workspace_id, value)) WITHOUT ROWID;
`);
const find = database.prepare('SELECT body FROM customer WHERE workspace_id = ? AND id = ?');
const insertCustomer = database.prepare('INSERT INTO customer (workspace_id, id, body) VALUES (?, ?, ?)');
const claim = database.prepare('INSERT INTO external_id (workspace_id, value, customer_seq) VALUES (?, ?, ?)');
const begin = database.prepare('BEGIN IMMEDIATE');
const commit = database.prepare('COMMIT');
const rollback = database.prepare('ROLLBACK');

const customer = {
  type: 'object',
  required: ['type', 'name', 'federal_tax_number'],
  properties: {
    type: { enum: ['company', 'person'] },
    name: { type: 'string', minLength: 1, maxLength: 255 },
    federal_tax_number: { type: 'string', pattern: '^([0-9]{11}|[0-9A-Z]{12}[0-9]{2})$' },
    external_id: { type: 'string', maxLength: 255 },
    email: { type: 'string', format: 'email' },
    send_invoice_by_email: { type: 'boolean', default: true },
    tags: { type: 'array', items: { type: 'string' }, default: [] },
    metadata: { type: 'object', default: {} },
  },
} as const;

const app = Fastify();

app.get<{ Params: { id: string } }>('/customers/:id', (request, reply) => {
  const workspace = admit(request, reply);
  if (workspace === undefined) return reply.code(401).send({ errors: [{ code: 'invalid_credentials' }] });
  const row = find.get(workspace, request.params.id);
  if (!row) return reply.code(404).send({ errors: [{ code: 'not_found' }] });
  const text = JSON.stringify(withLinks(JSON.parse(row.body as string)));
  const etag = `"${hash('sha1', text, 'base64url')}"`;
  reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'Authorization, Accept, Prefer' });
  return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(text);
});

app.post<{ Body: { external_id?: string } }>('/customers', { schema: { body: customer } }, (request, reply) => {
  const workspace = admit(request, reply);
  if (workspace === undefined) return reply.code(401).send({ errors: [{ code: 'invalid_credentials' }] });
  const now = new Date().toISOString();
  const id = `cus_${Date.now().toString(16)}${randomUUID().slice(0, 13).replace('-', '')}`;
  const record = { id, ...request.body, created_at: now, updated_at: now };
  begin.run();
  try {
    const { lastInsertRowid } = insertCustomer.run(workspace, id, JSON.stringify(record));
    if (record.external_id !== undefined) claim.run(workspace, record.external_id, lastInsertRowid);
    commit.run();
  } catch {
    rollback.run();
    return reply.code(409).send({ errors: [{ code: 'already_exists' }] });
  }
  reply.code(201).headers({ location: `/customers/${id}`, vary: 'Accept' });
  return reply.send(JSON.stringify(withLinks(record)));
});

process.send?.([await app.listen({ host: '127.0.0.1', port: 0 }), secret]);

/** Authenticates the caller, counts the request against the rate limit, and sets the response headers; returns the workspace. */
function admit({ headers }: FastifyRequest, reply: FastifyReply): string | undefined {
  reply.headers({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': '*',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'content-type': 'application/json; charset=UTF-8',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'x-request-id': `req_${randomUUID()}`,
  });
  const [scheme, credential = ''] = (headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  const [key = ''] = Buffer.from(credential, 'base64').toString().split(':');
  const workspace = workspaces.get(digestOf(key));
  if (workspace === undefined) return undefined;
  const now = Date.now();
  let window = windows.get(workspace);
  if (!window || window.end <= now) {
    window = { end: now + 60_000, count: 0 };
    windows.set(workspace, window);
  }
  window.count++;
  reply.headers({
    'rate-limit-limit': '120',
    'rate-limit-remaining': String(Math.max(0, 120 - window.count)),
    'rate-limit-reset': String(Math.ceil(window.end / 1000)),
  });
  return workspace;
}

function withLinks(record: { id: string }): object {
  return { ...record, links: [{ rel: 'self', href: `http://127.0.0.1/customers/${record.id}` }] };
}

function digestOf(key: string): string {
  return createHmac('sha256', pepper).update(key).digest('base64url');
}
