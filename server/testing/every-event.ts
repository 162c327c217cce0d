import assert from 'node:assert/strict';
import { exampleRequest } from '../openapi/examples.ts';
import { invoice, invoices } from './issuing-workspaces.ts';
import { available, buyer, payable, base as recebiveis, sponsor } from './recebiveis.ts';
import type { TestPortal } from './test-portal.ts';

/** Makes every event of Notas, Recebíveis and CRM happen in the workspace of a caller, by what its users do. */
export async function causeEveryEvent(portal: TestPortal, key: string): Promise<void> {
  const made = async (request: string, body?: unknown) => {
    const answer = await portal.call(request, { key, body });
    assert.ok(answer.status < 300, `${request}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const advance = () => made('PATCH /platform/v1/workspace/clock', { advance_seconds: 60 });
  const example = (slug: string, id: string) => {
    const api = portal.context.apis.get(slug);
    const operation = api?.operations.find((candidate) => candidate.id === id);
    return (api && operation && exampleRequest(api, operation).body?.value) as Record<string, unknown>;
  };

  const issue = (description: string) => made(`POST ${invoices}`, { ...invoice, description });
  const issued = await issue('Suporte');
  await issue('REJECT');
  await issue('ERROR');
  await advance();
  await made(`DELETE ${invoices}/${issued.id}`);
  const charge = await made('POST /sandbox/notas/v1/charges', example('notas', 'createCharge'));
  await made(`POST /sandbox/notas/v1/charges/${charge.id}/capture`);

  const publish = (fields = {}) =>
    made(`POST ${recebiveis}${sponsor}/payables`, payable(`PED-${crypto.randomUUID()}`, fields));
  const [changed, canceled] = [await publish(), await publish()];
  await publish({ invoiceNumber: 'REJECT-1' });
  await made(`PUT ${recebiveis}${sponsor}/payables/${changed.id}`, payable('PED-changed'));
  await made(`PUT ${recebiveis}${sponsor}/payables/${canceled.id}/cancel`);
  await made(`DELETE ${recebiveis}${sponsor}/payables/${changed.id}`);
  await publish();
  await advance();
  const purchase = { payableId: available, monthlyRate: '1.85' };
  const { id } = await made(`POST ${recebiveis}${buyer}/purchases`, purchase);
  const found = await made(`GET ${recebiveis}${buyer}/signatures?search=purchaseId:${id}`);
  const signature = `${recebiveis}${buyer}/signatures/${found._embedded.signatures[0].id}`;
  await made(`POST ${signature}/approve`);
  await made(`POST ${signature}/unapprove`);

  const crm = portal.context.apis.get('crm');
  for (const operation of crm?.operations ?? []) {
    if (operation.method !== 'post' || !operation.path.startsWith('/v2')) continue;
    const request = `/sandbox/crm${operation.path}`;
    const record = await made(`POST ${request}`, example('crm', operation.id));
    const item = `${request}/${record.id}`;
    const has = (method: string) =>
      crm?.operations.some(({ path, method: other }) => other === method && path.startsWith(`${operation.path}/{`));
    const [name, value] = Object.entries(example('crm', operation.id))[0] ?? [];
    if (has('patch')) await made(`PATCH ${item}`, { [String(name)]: typeof value === 'string' ? `${value} B` : value });
    if (has('delete')) await made(`DELETE ${item}`);
  }
}
