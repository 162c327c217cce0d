import type { ComponentType } from 'react';
import type { OpenApiDocument } from '../../../server/openapi/document-types.ts';
import { apiOf } from '../../../server/openapi/load-api.ts';
import type { OperationData } from '../../../src/documents/operation-data.ts';
import { createOperationReader } from '../../site/operation-data.ts';
import { trimSchemas } from '../../site/trim-schemas.ts';
import { allowPages } from './page-hooks.ts';

allowPages();
const { createElement } = await import('react');
const { renderToStaticMarkup } = await import('react-dom/server');
const parts = await Promise.all(
  [
    ['Parameters', 'Parameters'],
    ['Body', 'RequestBody'],
    ['Responses', 'Responses'],
    ['BodyExamples', 'RequestExamples'],
    ['BodyExamples', 'ResponseExamples'],
  ].map(
    async ([file, name = '']) =>
      (await import(new URL(`../../../src/reference/${file}.tsx`, import.meta.url).href))[name],
  ),
);

const { PagePlan } = await import('../../../src/reference/page-plan.ts');

/** The HTML of what the page of an operation says of its requests and responses, in a language. */
export function renderOperation(data: OperationData, locale = 'en'): string {
  (globalThis as { renderedLocale?: string }).renderedLocale = locale;
  const operation = trimSchemas(data);
  const value = { places: new Set(operation.places), api: operation.api.slug };
  const page = (part: ComponentType<{ operation: OperationData }>) =>
    renderToStaticMarkup(createElement(PagePlan, { value }, createElement(part, { operation })));
  return parts.map(page).join('\n');
}

/** The data of the only operation of a document that is one `POST` with a schema as its body, and the same as its answer. */
export function operationWith(
  schema: unknown,
  schemas: Record<string, unknown> = {},
  type = 'application/json',
): OperationData {
  const content = { [type]: { schema } };
  return firstOperation({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: {
      '/a': {
        post: { requestBody: { required: true, content }, responses: { '200': { description: 'OK', content } } },
      },
    },
    components: { schemas },
  } as unknown as OpenApiDocument);
}

/** What the page says of a body with a schema, as text. */
export function shownBody(schema: object, schemas: Record<string, unknown> = {}, locale = 'en'): string {
  return textOf(renderOperation({ ...operationWith(schema, schemas), responses: {} }, locale));
}

/** The data of a document's first operation. */
export function firstOperation(document: OpenApiDocument): OperationData {
  const api = apiOf('a', document);
  const [operation] = api.operations;
  if (!operation) throw new Error('The document has no operation.');
  return createOperationReader(api, () => [])(operation);
}

/** The text of HTML, with a space where there is a tag. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
