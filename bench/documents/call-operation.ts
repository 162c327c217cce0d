import type { Parameter } from '../../server/openapi/document-types.ts';
import { exampleOfParameter, exampleRequest } from '../../server/openapi/examples.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import type { TestAnswer, TestPortal } from '../../server/testing/test-portal.ts';
import { credentialsFor } from './credentials.ts';
import { writeForm } from './write-form.ts';
import { writeQuery, writeSimple } from './write-parameter.ts';

/** Ids of existing records, by path parameter. */
export type Ids = Record<string, unknown>;

/** Sends an operation its documented example request, or another body, for the given records. */
export async function callOperation(
  portal: TestPortal,
  api: ServedApi,
  operation: Operation,
  {
    key,
    ids = {},
    body,
    query: asked = {},
    fields = {},
  }: { key: string; ids?: Ids; body?: unknown; query?: Record<string, string>; fields?: Record<string, unknown> },
): Promise<TestAnswer> {
  const example = exampleRequest(api, operation);
  const parameterOf = (place: string, name: string) =>
    operation.parameters.find((candidate) => candidate.in === place && candidate.name === name);
  const [address = '', behind = ''] = operation.path.split(/[#?]/);
  const fill = (text: string) =>
    text.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
      const parameter = parameterOf('path', name);
      const value = ids[name] ?? (parameter ? exampleOfParameter(api.document, parameter) : 'x');
      return encodeURIComponent(writeSimple(parameter ?? {}, value)) || 'x';
    });
  const path = fill(address);
  const credentials = credentialsFor(api, operation, key);
  const query = new URLSearchParams(behind.includes('{') ? fill(behind) : '');
  for (const pair of Object.entries(credentials.query)) query.append(...pair);
  for (const [name, value] of Object.entries(example.query))
    for (const pair of writeQuery(parameterOf('query', name) as Parameter, value)) query.append(...pair);
  for (const [name, value] of Object.entries(asked)) query.set(name, value);
  const headers: Record<string, string> = {};
  // The client sets Content-Length itself.
  for (const [name, value] of Object.entries(example.header))
    if (!example.body || !/^content-length$/i.test(name))
      headers[name.toLowerCase()] = writeSimple(parameterOf('header', name) ?? {}, value).replaceAll(
        /[^\x20-\x7e]/g,
        '?',
      );
  if (example.body) headers['content-type'] = example.body.mediaType;
  const sent = withFields(body ?? example.body?.value, fields);
  const form = /^multipart\//.test(example.body?.mediaType ?? '') ? writeForm(api, operation, sent) : undefined;
  if (form) headers['content-type'] = form.mediaType;
  return portal.call(
    `${operation.method.toUpperCase()} ${encodeURI(api.basePath)}${path}${query.size ? `?${query}` : ''}`,
    {
      headers: { ...headers, ...credentials.headers },
      body: form ? form.text : encode(sent, example.body?.mediaType),
    },
  );
}

/** A body with other fields, where it has fields. */
function withFields(body: unknown, fields: Record<string, unknown>): unknown {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, ...fields } : body;
}

function encode(value: unknown, mediaType = 'application/json'): unknown {
  if (value === undefined) return undefined;
  if (/[/+]json\b/.test(mediaType)) return JSON.stringify(value);
  if (!/x-www-form-urlencoded/.test(mediaType) || typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, each]) => [
    name,
    typeof each === 'object' ? JSON.stringify(each) : String(each),
  ]);
  return new URLSearchParams(fields).toString();
}
