import type { NewRequest } from '../server/activity/requests/request-rows.ts';

/** A logged call of a workspace, at a time in ms; of those of one workspace some fail, and their paths, keys and APIs differ. */
export function makeCall(workspace_id: string, index: number, at: number): NewRequest {
  const id = `req_${String(index).padStart(20, '0')}`;
  const status = index % 50 === 0 ? 404 : index % 997 === 0 ? 503 : 200;
  const body = JSON.stringify({
    id: `cus_${index % 1000}`,
    name: 'Padaria Pão Quente Ltda.',
    email: 'contato@paoquente.example',
  });
  return {
    id,
    workspace_id,
    at,
    clock: at,
    api: index % 3 === 0 ? 'crm' : 'notas',
    operation: index % 2 === 0 ? 'listCustomers' : 'getCustomer',
    route: '/customers/{customer_id}',
    method: index % 5 === 0 ? 'POST' : 'GET',
    path: `/sandbox/notas/v1/customers/cus_${index % 1000}`,
    query: '',
    status,
    class: Math.floor(status / 100),
    error_code: index % 100_000 === 77 ? 'rare' : status === 404 ? 'not_found' : null,
    duration: 1.5,
    stages: '{"identify":0.1,"limit":0.1,"validate":0.3,"handle":0.9,"write":0.1}',
    request_bytes: 0,
    response_bytes: body.length,
    actor_type: 'api_key',
    actor_id: `key_${index % 1000}`,
    address: '203.0.113.10',
    user_agent: 'curl/8.11.0',
    idempotency: null,
    content: {
      request_id: id,
      workspace_id,
      at,
      request_headers: '{"accept":"application/json","user-agent":"curl/8.11.0"}',
      response_headers: '{"content-type":"application/json; charset=UTF-8","cache-control":"private, no-cache"}',
      request_body: null,
      response_body: body,
      reason: null,
    },
  };
}
