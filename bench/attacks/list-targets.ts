import { join } from 'node:path';
import { exampleOfParameter, exampleRequest } from '../../server/openapi/examples.ts';
import { type ApiDocument, loadApi } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';

/** A request in which sqlmap looks for injections: all parameters and fields, or where a `*` is. */
export interface Target {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

const slugs = ['notas', 'gestor', 'recebiveis', 'crm', 'platform'];

/** Of each API: its two longest questions, a record by its id, and what creates one; besides those, what no document has. */
export async function listTargets(origin: string, key: string): Promise<Target[]> {
  const targets: Target[] = [];
  for (const slug of slugs) {
    const api = await loadApi(join('specs', slug));
    const urlOf = ({ path }: Operation, id: string) => origin + api.basePath + path.replaceAll(/\{[^}]+\}/g, id);
    const usable = api.operations.filter(({ responses }) => !Object.values(responses).some(isStream));
    const gets = usable.filter(({ method }) => method === 'get');
    const lists = gets.toSorted((a, b) => queryOf(api, b).size - queryOf(api, a).size).slice(0, 2);
    for (const list of lists) targets.push({ method: 'GET', url: `${urlOf(list, '1')}?${queryOf(api, list)}` });
    const item = gets.find(({ path }) => path.split('{').length === 2 && path.endsWith('}'));
    if (item) targets.push({ method: 'GET', url: urlOf(item, '1*') });
    for (const create of usable.filter(({ method, path }) => method === 'post' && !path.includes('{')).slice(0, 1)) {
      const body = JSON.stringify(exampleRequest(api, create).body ?? {});
      targets.push({ method: 'POST', url: urlOf(create, '1'), headers: { 'content-type': 'application/json' }, body });
    }
  }
  const customers = `${origin}/sandbox/notas/v1/customers`;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return [
    ...targets,
    { method: 'GET', url: `${customers}?sort=name&fields=name&name=a&cursor=a&type=legal_person` },
    ...['if-none-match', 'accept-language', 'prefer', 'x-request-id', 'cookie'].map((header) => ({
      method: 'GET',
      url: customers,
      headers: { [header]: header === 'cookie' ? 'session=1*' : '1*' },
    })),
    {
      method: 'POST',
      url: customers,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1*' },
      body: '{}',
    },
    { method: 'GET', url: customers, headers: { authorization: 'Bearer 1*' } },
    {
      method: 'POST',
      url: `${origin}/oauth/token`,
      headers: form,
      body: 'grant_type=client_credentials&client_id=a&client_secret=b&scope=c',
    },
    {
      method: 'POST',
      url: `${origin}/oauth/introspect`,
      headers: form,
      body: `token=${key}&token_type_hint=access_token`,
    },
    {
      method: 'POST',
      url: `${origin}/account/sign-in`,
      headers: { 'content-type': 'application/json', origin },
      body: '{"email":"a@b.example","password":"secret-password"}',
    },
  ];
}

function isStream({ content = {} }: Operation['responses'][string]): boolean {
  return 'text/event-stream' in content;
}

function queryOf(api: ApiDocument, { parameters }: Operation): URLSearchParams {
  const asked = parameters.filter((parameter) => parameter.in === 'query');
  return new URLSearchParams(asked.map((each) => [each.name, String(exampleOfParameter(api.document, each) ?? '1')]));
}
