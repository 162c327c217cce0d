import type { MediaTypeData, OperationData, Schema } from '../../src/documents/operation-data.ts';
import { placeOfParameter } from '../../src/reference/part-places.ts';
import { errorNames } from './error-names.ts';
import { createFieldWriter } from './field-texts.ts';
import { escapeHtml, type SearchDocument, weighted } from './search-document.ts';

/** The search document of a webhook or callback: what is sent has the place of a body. */
export function hookDocument(hook: OperationData): SearchDocument {
  const { api, id, slug, summary } = hook;
  const name = hook.hook?.name ?? id;
  return {
    url: `/reference/${api.slug}/${slug}`,
    group: api.slug,
    lang: api.lang,
    meta: { title: summary, operation: id, api: api.title },
    names: { also: [name] },
    body: [weighted(4, hook.description), ...writeRequest(hook), ...writeResponses(hook)].join('\n'),
  };
}

/** The search document of an endpoint. */
export function endpointDocument(operation: OperationData, labelOfTag: (tag: string) => string): SearchDocument {
  const { api, id, slug, method, path, summary, deprecated } = operation;
  return {
    url: `/reference/${api.slug}/${slug}`,
    group: api.slug,
    lang: api.lang,
    meta: { title: summary, method, path, operation: id, api: api.title },
    names: { base: api.basePath, ...(deprecated && { deprecated }) },
    body: [
      weighted(4, operation.description),
      weighted(2, escapeHtml(`${operation.tags.map(labelOfTag).join('. ')}.`)),
      ...writeRequest(operation),
      ...writeResponses(operation),
    ].join('\n'),
  };
}

function writeRequest(operation: OperationData): string[] {
  // What an API sends has what its answers have.
  const fields = createFieldWriter(operation.schemas, operation.hook ? 'response' : 'request');
  const parameters = operation.parameters.map((parameter) => {
    const { name, description, schema } = parameter;
    return heading(placeOfParameter(parameter), name, 2) + weighted(1, description + fields.values(schema));
  });
  const { description = '', content = {} } = operation.requestBody ?? {};
  const [media] = Object.values(content);
  return [
    ...parameters,
    ...(operation.requestBody ? [heading('body', '', 1), weighted(1, description)] : []),
    write(media, (schema) => fields.write(schema, 'body')),
  ];
}

function writeResponses(operation: OperationData): string[] {
  const fields = createFieldWriter(operation.schemas, 'response');
  const said = new Set<string>();
  return Object.entries(operation.responses).flatMap(([status, { description, headers, content }]) => {
    const place = `response-${status}`;
    const [media] = Object.values(content);
    const newHeaders = Object.keys(headers).filter((name) => !said.has(name));
    for (const name of newHeaders) said.add(name);
    const names = [...(/^[45d]/.test(status) ? errorNames(content) : []), ...newHeaders];
    return [
      heading(place, status, 0.5),
      weighted(0.5, description + names.map((name) => ` ${escapeHtml(name)}.`).join('')),
      write(media, (schema) => fields.mention(schema)),
    ];
  });
}

/** The fields of a body; of a stream, those of each item. */
function write(media: MediaTypeData | undefined, fields: (schema: Schema) => string): string {
  return [media?.schema, media?.itemSchema].map((schema) => (schema ? fields(schema) : '')).join('');
}

function heading(id: string, text: string, weight: number): string {
  return `<h6 id="${escapeHtml(id)}" data-pagefind-weight="${weight}">${escapeHtml(text)}</h6>`;
}
