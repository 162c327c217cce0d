import assert from 'node:assert/strict';
import type { Operation } from '../openapi/operations.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from './test-portal.ts';
import { writeSpecs } from './test-specs.ts';

const things =
  '{type: object, required: [name], properties: {id: {type: string, readOnly: true}, name: {type: string}}}';

/** A collection whose operations declare these errors, and its texts. */
export const document = (errors: string, description: string, more = '') => `openapi: 3.1.0
info: {title: Things, version: "1", description: ${JSON.stringify(description)}}
paths:
  /things:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: ${things}}}}}, ${errors}}}
    post: {requestBody: {content: {application/json: {schema: ${things}}}}, responses: {"201": {description: ok, content: {application/json: {schema: ${things}}}}, ${errors}}}
  /things/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: ok, content: {application/json: {schema: ${things}}}}, ${errors}}}
${more}`;
/** An error response of a schema. */
export const json = (status: string, schema: string, type = 'application/json') =>
  `"${status}": {description: error, content: {${type}: {schema: ${schema}}}}`;

/** Texts that tell a language. */
export const english = 'The list of all things that you own is kept by the server, and a thing must have a name.';

/** A portal of documents, and how their errors are obtained. */
export interface ErrorPortal {
  portal: TestPortal;
  key: string;
  missing(slug: string, headers?: Record<string, string>): Promise<TestAnswer>;
  invalid(slug: string): Promise<TestAnswer>;
  /** Asserts that an error is valid by the schema that its document declares. */
  assertValid(slug: string, answer: TestAnswer): void;
}

export async function serveErrors(documents: Record<string, string>): Promise<ErrorPortal> {
  const specs = Object.entries(documents).map(([slug, openapi]) => [slug, { 'openapi.yaml': openapi }] as const);
  const portal = await startTestPortal({ env: { SPECS_PATH: `specs:${writeSpecs(Object.fromEntries(specs))}` } });
  const key = await portal.guest();
  return {
    portal,
    key,
    missing: (slug, headers = {}) => portal.call(`GET /sandbox/${slug}/things/none`, { key, headers }),
    invalid: (slug) => portal.call(`POST /sandbox/${slug}/things`, { key, body: { name: 7 } }),
    assertValid: (slug, { status, body, headers }) => {
      const api = portal.context.apis.get(slug) as ServedApi;
      const { responses } = api.operations.find(({ method }) => method === 'get') as Operation;
      const { content = {} } = responses[status] ?? responses['4XX'] ?? responses.default ?? {};
      const schema = (content[headers['content-type']?.split(';')[0] ?? ''] ?? content['*/*'])?.schema;
      assert.ok(schema, `${slug} declares no ${headers['content-type']} for ${status}`);
      assert.deepEqual(api.validator.response(schema, body), []);
    },
  };
}
