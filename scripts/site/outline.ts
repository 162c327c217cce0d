import type { ApiDocument } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import type { Locale } from '../../server/settings/languages.ts';
import { firstParagraph } from './render-markdown.ts';
import { siteText } from './site-texts.ts';

/** The group of operations without a tag. */
/** The first tag of an operation, so that it is listed once. */
export function tagOf(operation: Operation, locale: Locale): string {
  return operation.operation.tags?.[0] ?? siteText('reference.otherOperations', locale);
}

/**
 * A document with only what the page generator needs: the pages, their order and groups. The content of the pages comes
 * from the full document (operation-data.ts), so the generator neither copies nor dereferences schemas.
 */
export function makeOutline(api: ApiDocument, locale: Locale) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of api.operations) {
    paths[operation.path] ??= {};
    Object.assign(paths[operation.path] as object, {
      [operation.method]: {
        operationId: operation.slug,
        summary: operation.operation.summary ?? operation.id,
        description: firstParagraph(operation.operation.description ?? operation.operation.summary),
        deprecated: operation.operation.deprecated ?? false,
        tags: [tagOf(operation, locale)],
        responses: { default: { description: '' } },
      },
    });
  }
  return {
    openapi: '3.1.0',
    info: { title: api.title, version: api.version },
    tags: (api.document.tags ?? []).map(({ name, 'x-displayName': label }) => ({
      name,
      ...(label && { 'x-displayName': label }),
    })),
    paths,
  };
}
