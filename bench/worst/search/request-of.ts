import type { Schema } from '../../../server/openapi/document-types.ts';
import { exampleRequest } from '../../../server/openapi/examples.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import type { Attack } from '../server.ts';
import type { Known } from './arbitrary-recipe.ts';
import type { Recipe } from './recipe.ts';
import { writeForm, writeJson, writeText, writeXml } from './write-recipe.ts';

/** Characters of a query, of the headers and of an id, so that together they stay below the server's limit. */
const most = { query: 7000, headers: 7000, id: 300 };

const mediaTypes = {
  json: 'application/json; charset=utf-8',
  form: 'application/x-www-form-urlencoded',
  xml: 'application/xml',
  multipart: 'multipart/form-data; boundary=x',
};

/** What can be named in requests to a document. */
export function knownOf(api: ApiDocument): Known {
  const properties = new Set<string>();
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties: own } = schema as Schema;
    if (typeof own === 'object' && own !== null) for (const name of Object.keys(own)) properties.add(name);
    for (const part of Object.values(schema)) walk(part);
  };
  walk(api.document.components?.schemas);
  const parameters = api.operations.flatMap((operation) => operation.parameters.filter((each) => each.in === 'query'));
  return {
    operations: api.operations.length,
    parameters: [...new Set(parameters.map(({ name }) => name))],
    properties: [...properties].filter((name) => /^[\w.$-]+$/.test(name)),
  };
}

/** Writes a recipe as a request; `ids` are those of existing records, which paths name by preference. */
export function requestOf(api: ApiDocument, recipe: Recipe): Attack {
  const operation = api.operations[recipe.operation % api.operations.length] as ApiDocument['operations'][number];
  const sent = exampleRequest(api, operation);
  let at = 0;
  const path = operation.path.replaceAll(/\{[^}]+\}/g, () => {
    const id = recipe.ids[at++];
    return id ? encodeURIComponent(writeText(id, most.id)) || 'x' : 'x';
  });
  let query = '';
  for (const { name, value, times } of recipe.query)
    for (let time = 0; time < Math.max(1, times) && query.length < most.query; time++)
      query += `${query ? '&' : '?'}${encodeURI(name.replaceAll('#', ''))}=${encodeURIComponent(wellFormed(writeText(value, 2000)))}`;
  query = query.slice(0, most.query).replace(/%.?$/, '');
  const headers: Record<string, string> = {};
  let left = most.headers;
  for (const { header: name, value } of recipe.headers) {
    headers[name] = writeText(value, left)
      .replaceAll(/[^\x20-\x7e]/g, 'x')
      .trim();
    left -= headers[name].length;
  }
  const attack: Attack = {
    name: operation.id,
    method: operation.method.toUpperCase(),
    path: encodeURI(api.basePath) + path + query,
    headers,
  };
  if (!operation.requestBody) return attack;
  const json = writeJson(recipe.body, sent.body);
  const body = {
    json: () => json,
    form: () => writeForm(json),
    xml: () => writeXml(json),
    multipart: () => multipart(json),
  }[recipe.type]();
  return { ...attack, headers: { 'content-type': mediaTypes[recipe.type], ...headers }, body };
}

function multipart(json: string): string {
  return `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${json}\r\n--x--\r\n`;
}

function wellFormed(text: string): string {
  return text.toWellFormed();
}
