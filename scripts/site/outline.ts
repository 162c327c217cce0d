import type { ApiDocument } from '../../server/openapi/load-api.ts';
import { titleOf } from '../../server/openapi/operation-title.ts';
import { firstParagraph } from './render-markdown.ts';

/**
 * A document with only what the page generator needs: the pages. The content of the pages comes
 * from the full document (operation-data.ts), so the generator neither copies nor dereferences schemas.
 */
export function makeOutline(api: ApiDocument) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of api.operations) {
    paths[operation.path] ??= {};
    Object.assign(paths[operation.path] as object, {
      [operation.method]: {
        operationId: operation.slug,
        summary: titleOf(operation),
        description: firstParagraph(operation.operation.description ?? operation.operation.summary),
        deprecated: operation.operation.deprecated ?? false,
        responses: { default: { description: '' } },
      },
    });
  }
  return {
    openapi: '3.1.0',
    info: { title: api.title, version: api.version },
    paths,
  };
}
