import { exampleOfParameter, exampleRequest } from '../../../server/openapi/examples.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import { placeExample } from '../../../server/openapi/place-example.ts';
import { basePathOf } from '../../../server/openapi/servers.ts';
import type { ServedApi } from '../../../server/plan/served-api.ts';
import { withQuery } from '../../../wire/place-parameters.ts';
import type { Call } from './write-curl.ts';

/** Values that replace those of the document's example. */
export interface Given {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The call that a document shows for an operation, on records that a new workspace has. */
export function exampleCall(api: ServedApi, operation: Operation, { path = {}, query = {}, body }: Given = {}): Call {
  const example = exampleRequest(api, operation);
  Object.assign(example.path, idsInPath(api, operation), path);
  for (const name of Object.keys(query)) delete example.query[name];
  const placed = placeExample(operation, example);
  const more = Object.entries(query).map(([name, value]) => `${inQuery(name)}=${inQuery(String(value))}`);
  const charset = api.profile.charsetRequired ? '; charset=utf-8' : '';
  const sent = example.body && {
    mediaType: example.body.mediaType.replace(/;.*/, '') + charset,
    value: body ?? example.body.value,
  };
  return {
    operation,
    address: withQuery(basePathOf(api, operation) + placed.path, [...placed.query, ...more]),
    headers: placed.headers,
    ...(sent && { body: sent }),
  };
}

/** What a query may say as it is stays legible. */
function inQuery(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The ids of a record that every new workspace has, and of what it lies in. */
function idsInPath(api: ServedApi, operation: Operation): Record<string, unknown> {
  const plan = api.plan.operations.get(operation);
  const ids: Record<string, unknown> = {};
  for (const parameter of operation.parameters)
    if (parameter.in === 'path') ids[parameter.name] = exampleOfParameter(api.document, parameter);
  const record = api.seed.find(
    ({ store, parent }) => store === plan?.resource?.store && depthOf(parent) === plan.parents.length,
  );
  if (!plan || !record) return ids;
  const above = record.parent.split('/');
  for (const [index, { parameter }] of plan.parents.entries()) ids[parameter] = above[index * 2 + 1] ?? '';
  if (plan.idParameter) ids[plan.idParameter] = record.id;
  return ids;
}

function depthOf(parent: string): number {
  return parent === '' ? 0 : parent.split('/').length / 2;
}
