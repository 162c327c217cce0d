import type { Parameter } from '../../server/openapi/document-types.ts';
import { exampleOfParameter, exampleRequest } from '../../server/openapi/examples.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import type { OperationPlan } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import type { TestAnswer, TestPortal } from '../../server/testing/test-portal.ts';
import { credentialsFor } from './credentials.ts';
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
    query: sent = {},
  }: { key: string; ids?: Ids; body?: unknown; query?: Record<string, unknown> },
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
  for (const [name, value] of Object.entries({ ...example.query, ...sent }))
    for (const pair of writeQuery(parameterOf('query', name) as Parameter, value)) query.append(...pair);
  const headers: Record<string, string> = {};
  // The client sets Content-Length itself.
  for (const [name, value] of Object.entries(example.header))
    if (!example.body || !/^content-length$/i.test(name))
      headers[name.toLowerCase()] = writeSimple(parameterOf('header', name) ?? {}, value).replaceAll(
        /[^\x20-\x7e]/g,
        '?',
      );
  if (example.body) headers['content-type'] = example.body.mediaType;
  return portal.call(
    `${operation.method.toUpperCase()} ${encodeURI(api.basePath)}${path}${query.size ? `?${query}` : ''}`,
    {
      headers: { ...headers, ...credentials.headers },
      body: encode(body ?? example.body?.value, example.body?.mediaType),
    },
  );
}

/** How a response violates the document; undefined if it conforms. */
export function findFlaw(api: ServedApi, { operation }: OperationPlan, { status, headers, body }: TestAnswer) {
  const response =
    operation.responses[String(status)] ??
    operation.responses[`${String(status)[0]}XX`] ??
    operation.responses[`${String(status)[0]}xx`] ??
    operation.responses.default;
  // If a document declares only errors, any success is allowed; if it declares 101, so is a response to a request without an upgrade.
  const saysSuccess = Object.keys(operation.responses).some((each) => /^([23]|default)/.test(each));
  if (!response && status < 300 && !saysSuccess) return undefined;
  if (!response) return `returns ${status}, which is not declared${status < 500 ? `: ${reasonOf(body)}` : ''}`;
  const mediaType = headers['content-type']?.split(';')[0];
  const types = Object.entries(response.content ?? {});
  if (!mediaType) return undefined;
  // Many documents declare no error bodies.
  if (types.length === 0) return status < 400 ? `returns ${mediaType}, but declares no body for ${status}` : undefined;
  const declared = types.find(([type]) => type.split(';')[0]?.toLowerCase() === mediaType.toLowerCase()) ?? types[0];
  const schema = declared?.[1].schema;
  if (!schema || !/json\b/.test(mediaType)) return undefined;
  const [issue] = api.validator.response(schema, body);
  return issue && `${status}: ${issue.pointer || '/'} ${issue.keyword} ${JSON.stringify(issue.params)}`;
}

function reasonOf(body: { detail?: string; errors?: { pointer: string; detail: string }[] }): string {
  const fields = (body?.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`);
  return (fields.length > 0 ? fields.slice(0, 3).join('; ') : (body?.detail ?? '')).slice(0, 300);
}

/** Encodes a body for its media type; a JSON string is quoted too. */
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
