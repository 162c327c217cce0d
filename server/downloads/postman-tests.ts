import { isJson } from '../../wire/media-types.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import { placeOfList } from '../plan/record-place.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { sentTypeOf } from '../plan/success-response.ts';
import type { PostmanItem } from './postman-types.ts';
import { idVariable } from './postman-url.ts';

type PostmanEvent = NonNullable<PostmanItem['event']>[number];

/** The scripts of a request: they check the status, store the id of a created record for later requests, and skip what cannot run. */
export function postmanEvents(api: ServedApi, plan: OperationPlan): PostmanEvent[] {
  const needed = neededVariable(api, plan);
  return [script('test', testsOf(api, plan)), ...(needed ? [script('prerequest', skipWithout(needed))] : [])];
}

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

function testsOf(api: ServedApi, plan: OperationPlan): string[] {
  const good = Object.keys(plan.operation.responses).filter((status) => /^2\d\d$/.test(status));
  const statuses = good.length > 0 ? good.join(', ') : String(plan.success.status);
  const lines = [`pm.test('answers ${statuses}', () => pm.expect(pm.response.code).to.be.oneOf([${statuses}]));`];
  const variable = savedVariable(api, plan);
  const key = JSON.stringify(plan.resource?.idKey);
  const record = valueAt(plan.success.recordAt ?? []);
  if (plan.role === 'represent' && plan.success.mediaType) {
    lines.push(
      `pm.test('is ${plan.success.mediaType}', () => pm.expect(pm.response.headers.get('Content-Type')).to.include('${plan.success.mediaType}'));`,
    );
  }
  // The lines that follow read JSON.
  if (!isJson(sentTypeOf(plan.success))) return lines;
  for (const [stored, property] of Object.entries(plan.operation.operation['x-keeps'] ?? {}))
    lines.push(`pm.collectionVariables.set('${stored}', pm.response.json()[${JSON.stringify(property)}]);`);
  if (variable && plan.role === 'create') {
    lines.push(`pm.collectionVariables.set('${variable}', encodeURIComponent(${record}[${key}]));`);
  }
  if (variable && plan.role === 'read') {
    lines.push(
      `pm.test('is the record that was asked for', () => pm.expect(String(${record}[${key}]))
        .to.eql(decodeURIComponent(pm.collectionVariables.get('${variable}'))));`,
    );
  }
  if (plan.role === 'list') {
    const list = valueAt(plan.list ? placeOfList(plan.list) : []);
    lines.push(`pm.test('is a list', () => pm.expect(${list}).to.be.an('array'));`);
    if (variable && isFoundInList(api, plan)) {
      lines.push(`pm.collectionVariables.set('${variable}', encodeURIComponent(${list}[0]?.[${key}] ?? ''));`);
    }
  }
  return lines;
}

/** What a script writes for the value at a place of the response. */
function valueAt(place: string[]): string {
  return `pm.response.json()${place.map((name) => `[${JSON.stringify(name)}]`).join('')}`;
}

/** The variable of a resource's id, where an item path uses it. */
function savedVariable({ plan }: ServedApi, { resource }: OperationPlan): string | undefined {
  if (!resource?.idKey) return undefined;
  const item = [...plan.operations.values()].find((other) => other.resource === resource && other.idParameter);
  return item?.idParameter && idVariable(item.idParameter, resource.store);
}
