import assert from 'node:assert/strict';
import { exampleOfParameter, exampleRequest } from '../openapi/examples.ts';
import type { Operation } from '../openapi/operations.ts';
import { basePathOf } from '../openapi/servers.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { type Maker, platformObjects } from './platform-objects.ts';
import type { CallOptions, TestPortal } from './test-portal.ts';

export interface ExampleCall {
  /** `GET /sandbox/notas/v1/customers/cus_1`, with its required parameters. */
  request: string;
  options: CallOptions & { headers: Record<string, string> };
}

/** The call that a document shows for an operation; `ids` and `query` replace values of its parameters. */
export function exampleCall(
  api: ServedApi,
  operation: Operation,
  { ids = {}, query = [] }: { ids?: Record<string, unknown>; query?: [name: string, value: string][] } = {},
): ExampleCall {
  const example = exampleRequest(api, operation);
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
    return encodeURIComponent(String(ids[name] ?? (parameter && exampleOfParameter(api.document, parameter))));
  });
  const required = Object.entries(example.query).map(([name, value]): [string, string] => [name, String(value)]);
  const names = new Set(query.map(([name]) => name));
  const search = new URLSearchParams([...required.filter(([name]) => !names.has(name)), ...query]).toString();
  const body = example.body?.value;
  return {
    request: `${operation.method.toUpperCase()} ${basePathOf(api, operation)}${path}${search && `?${search}`}`,
    options: {
      headers: { ...(example.body && { 'content-type': example.body.mediaType }), ...(example.header as object) },
      // A form is sent as its document's example would be.
      ...(body !== undefined && {
        body:
          example.body?.mediaType === 'application/x-www-form-urlencoded'
            ? new URLSearchParams(body as Record<string, string>).toString()
            : body,
      }),
    },
  };
}

/** Ids of new objects for the path of an operation of the platform; none for paths without parameters. */
export async function objectsFor(portal: TestPortal, { id, path }: Operation, maker: Maker): Promise<object> {
  const last = [...path.matchAll(/\{([^}]+)\}/g)].at(-1)?.[1];
  if (last === undefined) return {};
  const make = platformObjects[last];
  assert.ok(make, `${id}: say in platform-objects.ts how to create what ${last} addresses`);
  return make(portal, maker);
}
