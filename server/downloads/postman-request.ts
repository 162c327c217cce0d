import type { Parameter } from '../openapi/document-types.ts';
import { exampleOfParameter, exampleRequest } from '../openapi/examples.ts';
import { basePathOf, isServedApart } from '../openapi/servers.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { singularOf } from '../plan/success-response.ts';
import { readOnlyProperties } from '../records/make-record.ts';
import { isOfferedAtFirst } from './is-offered-at-first.ts';
import { postmanAuth } from './postman-auth.ts';
import type { PostmanBody, PostmanItem, PostmanRequest } from './postman-types.ts';

/** The variable for the id of a resource: the path parameter's name, or `customer_id` for a bare `{id}`. */
export function idVariable(parameter: string, store: string | undefined): string {
  return /^id$/i.test(parameter) && store ? `${singularOf(store)}_id` : parameter;
}

/** One request with its tests: they check the status and store the id of the created record for later requests. */
export function postmanRequest(api: ServedApi, plan: OperationPlan): PostmanItem {
  const { operation } = plan;
  const auth = postmanAuth(api, operation);
  const request: PostmanRequest = {
    method: operation.method.toUpperCase(),
    ...(operation.operation.description && { description: operation.operation.description }),
    ...(JSON.stringify(auth) !== JSON.stringify(postmanAuth(api, undefined)) && { auth }),
    header: headersOf(api, plan),
    url: urlOf(api, plan),
  };
  const { body } = exampleRequest(api, operation);
  if (body) request.body = bodyOf(plan, body.mediaType, freshBody(plan, api, body.value));
  const needed = neededVariable(api, plan);
  return {
    name: operation.operation.summary ?? operation.id,
    request,
    event: [script('test', testsOf(api, plan)), ...(needed ? [script('prerequest', skipWithout(needed))] : [])],
  };
}

function bodyOf({ operation }: OperationPlan, mediaType: string, value: unknown): PostmanBody {
  const variables = Object.entries(operation.operation['x-sends'] ?? {}).map(([name, variable]) => [
    name,
    `{{${variable}}}`,
  ]);
  const sent = variables.length > 0 ? { ...(value as object), ...Object.fromEntries(variables) } : value;
  if (mediaType !== 'application/x-www-form-urlencoded')
    return { mode: 'raw', raw: JSON.stringify(sent, null, 2), options: { raw: { language: 'json' } } };
  const pairs = Object.entries(sent as object).map(([key, item]) => ({ key, value: String(item) }));
  return { mode: 'urlencoded', urlencoded: pairs };
}

type PostmanEvent = NonNullable<PostmanItem['event']>[number];

function script(listen: PostmanEvent['listen'], exec: string[]): PostmanEvent {
  return { listen, script: { type: 'text/javascript', exec } };
}

/** Records that no request of the collection creates: their ids come from the list. */
function isFoundInList({ plan }: ServedApi, { resource }: OperationPlan): boolean {
  const roles = [...plan.operations.values()].filter((other) => other.resource === resource).map(({ role }) => role);
  return roles.includes('list') && !roles.includes('create') && !roles.includes('replace');
}

/** The variable without which the request is skipped when the collection runs. */
function neededVariable(api: ServedApi, plan: OperationPlan): string | undefined {
  const asked = plan.operation.operation['x-only-with'];
  return asked ?? (isFoundInList(api, plan) && plan.role === 'read' ? savedVariable(api, plan) : undefined);
}

function skipWithout(variable: string): string[] {
  return [`if (!pm.collectionVariables.get('${variable}')) pm.execution.skipRequest();`];
}

function headersOf(api: ServedApi, plan: OperationPlan): PostmanRequest['header'] {
  const { body, header } = exampleRequest(api, plan.operation);
  return [
    ...(plan.success.mediaType ? [{ key: 'Accept', value: plan.success.mediaType }] : []),
    ...(body ? [{ key: 'Content-Type', value: body.mediaType }] : []),
    ...Object.entries(header).map(([key, value]) => ({ key, value: String(value) })),
  ];
}

function urlOf(api: ServedApi, plan: OperationPlan): PostmanRequest['url'] {
  // The document's examples are the ids of seed records.
  const exampleOf = (name: string) =>
    exampleOfParameter(
      api.document,
      plan.operation.parameters.find((each) => each.in === 'path' && each.name === name) as Parameter,
    );
  const pathValue = isOfferedAtFirst(api, plan) ? (name: string) => `{{${variableOf(plan, name)}}}` : exampleOf;
  const path = plan.operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => String(pathValue(name)));
  const query = plan.operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => queryOf(api, parameter));
  const enabled = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  const host = isServedApart(api, plan.operation) ? `{{portalUrl}}${basePathOf(api, plan.operation)}` : '{{baseUrl}}';
  return {
    raw: `${host}${path}${enabled.length > 0 ? `?${enabled.join('&')}` : ''}`,
    host: [host],
    path: path.split('/').filter(Boolean),
    ...(query.length > 0 && { query }),
  };
}

function queryOf(
  api: ServedApi,
  parameter: Parameter,
): { key: string; value: string; disabled?: boolean; description?: string }[] {
  const value = exampleOfParameter(api.document, parameter);
  const described = {
    ...(parameter.description && { description: parameter.description }),
    ...(!parameter.required && { disabled: true }),
  };
  if (Array.isArray(value) && (parameter.explode ?? true))
    return value.map((item) => ({ key: parameter.name, value: String(item), ...described }));
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  return [{ key: parameter.name, value: text, ...described }];
}

/** A path's parameters become the variables that hold the ids of parents and records. */
function variableOf(plan: OperationPlan, parameter: string): string {
  const parent = plan.parents.find((step) => step.parameter === parameter);
  const store = parent?.store ?? (parameter === plan.idParameter ? plan.resource?.store : undefined);
  return idVariable(parameter, store);
}

/** Where the caller chooses the id, each download generates a new one, since the example's exists already. */
function freshBody(plan: OperationPlan, api: ServedApi, value: unknown): unknown {
  const key = plan.resource?.idKey;
  if (
    plan.role !== 'create' ||
    !plan.resource ||
    !key ||
    typeof value !== 'object' ||
    value === null ||
    !(key in value)
  )
    return value;
  if (readOnlyProperties(api.document, plan.resource).has(key)) return value;
  const body = value as Record<string, unknown>;
  const fresh =
    typeof body[key] === 'number' ? 100_000 + Math.floor(Math.random() * 900_000) : freshText(String(body[key]));
  return { ...body, [key]: fresh };
}

function freshText(text: string): string {
  return text.replaceAll(/\d/g, () => String(Math.floor(Math.random() * 10))).replace(/^0/, '9');
}

function testsOf(api: ServedApi, plan: OperationPlan): string[] {
  const good = Object.keys(plan.operation.responses).filter((status) => /^2\d\d$/.test(status));
  const statuses = good.length > 0 ? good.join(', ') : String(plan.success.status);
  const lines = [`pm.test('answers ${statuses}', () => pm.expect(pm.response.code).to.be.oneOf([${statuses}]));`];
  const variable = savedVariable(api, plan);
  const key = JSON.stringify(plan.resource?.idKey);
  const record = plan.success.recordKey
    ? `pm.response.json()[${JSON.stringify(plan.success.recordKey)}]`
    : 'pm.response.json()';
  for (const [stored, property] of Object.entries(plan.operation.operation['x-keeps'] ?? {}))
    lines.push(`pm.collectionVariables.set('${stored}', pm.response.json()[${JSON.stringify(property)}]);`);
  if (variable && plan.role === 'create' && plan.success.mediaType) {
    lines.push(`pm.collectionVariables.set('${variable}', String(${record}[${key}]));`);
  }
  if (variable && plan.role === 'read') {
    lines.push(
      `pm.test('is the record that was asked for', () => pm.expect(String(${record}[${key}])).to.eql(pm.collectionVariables.get('${variable}')));`,
    );
  }
  if (plan.role === 'represent' && plan.success.mediaType) {
    lines.push(
      `pm.test('is ${plan.success.mediaType}', () => pm.expect(pm.response.headers.get('Content-Type')).to.include('${plan.success.mediaType}'));`,
    );
  }
  if (plan.role === 'list') {
    const place = [plan.list?.within, plan.list?.key].filter((name) => name !== undefined);
    const list = `pm.response.json()${place.map((name) => `[${JSON.stringify(name)}]`).join('')}`;
    lines.push(`pm.test('is a list', () => pm.expect(${list}).to.be.an('array'));`);
    if (variable && isFoundInList(api, plan)) {
      lines.push(`pm.collectionVariables.set('${variable}', String(${list}[0]?.[${key}] ?? ''));`);
    }
  }
  return lines;
}

/** The variable of a resource's id, where an item path uses it. */
function savedVariable({ plan }: ServedApi, { resource }: OperationPlan): string | undefined {
  if (!resource?.idKey) return undefined;
  const item = [...plan.operations.values()].find((other) => other.resource === resource && other.idParameter);
  return item?.idParameter && idVariable(item.idParameter, resource.store);
}
