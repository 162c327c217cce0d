import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './test-specs.ts';

export const library = resolve('e2e/specs/biblioteca');

/** A stranger's document that says nothing of servers or keys (a case after a public bug report). */
export const account = `openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /account/keys:
    get: {operationId: l, responses: {"200": {description: x, content: {application/json: {schema: {type: object, properties: {ssh_keys: {type: array, items: {$ref: "#/components/schemas/T"}}}}}}}}}
    post: {operationId: a, requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}, responses: {"201": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}}}
components: {schemas: {T: {type: object, properties: {id: {type: integer}, name: {type: string}}}}}
`;

/** A new record of the library. */
export const reader = { nome: 'Ana Lima', email: 'ana@correio.example' };

/** Writes a document into a folder of its own; returns the file. */
export function write(name: string, text: string): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** Calls a sandbox in another process: POST where there is a body. */
export async function call(
  url: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
) {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, location: response.headers.get('location') };
}
