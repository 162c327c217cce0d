import assert from 'node:assert/strict';
import { invoice, invoices } from './issuing-workspaces.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';

const platform = '/platform/v1';

/** The file of a workspace, with what tests look at. */
export interface TestFile {
  workspace: { name: string | null; allowed_origins: string[] | null; ahead_seconds: number };
  webhook_endpoints: { url: string; event_types: string[]; status: string }[];
  inboxes: { url: string; name: string | null }[];
  apis: {
    api: string;
    counters: unknown[];
    records: { store: string; id: string; due_at?: string; body: Record<string, unknown> }[];
  }[];
}

/** Exports the workspace of a key. */
export async function exportFrom(portal: TestPortal, key: string): Promise<TestFile> {
  const answer = await portal.call(`GET ${platform}/workspace/export`, { key });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

/** Imports a file into the workspace of a key. */
export function importInto(portal: TestPortal, key: string, body: unknown): Promise<TestAnswer> {
  return portal.call(`POST ${platform}/workspace/import`, { key, body });
}

/** What files of equal workspaces have in common. */
export function dataOf({ workspace, apis, webhook_endpoints, inboxes }: TestFile) {
  return {
    workspace,
    apis,
    endpoints: webhook_endpoints.map(({ event_types, status }) => [event_types, status]),
    inboxes: inboxes.map(({ name }) => name),
  };
}

/** Fills a workspace: data in every API, an endpoint that leads to an inbox, and a clock that is ahead. */
export async function fillWorkspace(portal: TestPortal, key: string): Promise<void> {
  const ask = async (request: string, body?: unknown) => {
    const answer = await portal.call(request, { key, body });
    assert.ok(answer.status < 300, `${request} ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  await ask('GET /sandbox/gestor/v1/produtos');
  await ask('GET /sandbox/recebiveis/v2/sponsors');
  await ask('GET /sandbox/crm/v2/usuarios');
  const { url } = await ask(`POST ${platform}/inboxes`, { name: 'Pedidos' });
  await ask(`POST ${platform}/webhook_endpoints`, { url, event_types: ['notas:*'] });
  await ask(`PATCH ${platform}/workspace/clock`, { advance_seconds: 3600 });
  await ask(`PATCH ${platform}/workspace`, { allowed_origins: ['https://loja.example'] });
  await ask(`POST ${invoices}`, invoice);
}
