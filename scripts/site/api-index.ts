import { findContact } from '../../server/openapi/contact.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import { listOtherServers } from '../../server/openapi/servers.ts';
import type { Locale } from '../../server/settings/languages.ts';
import type { ApiIndexData, OperationLine } from '../../src/documents/api-index-data.ts';
import type { ApiText } from './load-apis.ts';
import { tagOf } from './outline.ts';
import { renderMarkdown } from './render-markdown.ts';
import { readSecurity } from './security-data.ts';

/** Builds the data of an API's overview page: description, servers, security, and operations by tag. */
export function makeApiIndex(
  api: ApiText,
  locale: Locale,
  others: Pick<ApiIndexData, 'isExplained' | 'hasWorks'>,
): ApiIndexData {
  const { document, slug, title, version, isPlatform, basePath, lang, servers } = api;
  const render = (markdown: string | undefined) => renderMarkdown(markdown, 3, api.images);
  const schemes = Object.keys(document.components?.securitySchemes ?? {});
  const everyScheme = schemes.map((name) => ({ [name]: [] }));
  return {
    api: { slug, title, version, isPlatform, basePath, lang, servers },
    language: api.language,
    description: renderMarkdown(document.info.description ?? document.info.summary, 2, api.images),
    contact: findContact(document),
    ...others,
    servers: listOtherServers(api).map(({ name, url, description }) => ({
      name,
      url,
      description: render(description),
    })),
    security: readSecurity(document, everyScheme, render).flat(),
    tags: groupByTag(api, locale).map(([name, operations]) => {
      const tag = document.tags?.find((candidate) => candidate.name === name);
      return { name, label: tag?.['x-displayName'] ?? name, description: render(tag?.description), operations };
    }),
  };
}

/** Tags in the document's order, then tags that it does not declare. */
function groupByTag(api: ApiDocument, locale: Locale): [string, OperationLine[]][] {
  const groups = new Map<string, OperationLine[]>((api.document.tags ?? []).map(({ name }) => [name, []]));
  for (const operation of api.operations) {
    const tag = tagOf(operation, locale);
    if (!groups.has(tag)) groups.set(tag, []);
    const { summary, deprecated = false } = operation.operation;
    const line = {
      slug: operation.slug,
      method: operation.method.toUpperCase(),
      path: operation.path,
      summary: summary ?? operation.id,
      deprecated,
    };
    groups.get(tag)?.push(line);
  }
  return [...groups].filter(([, operations]) => operations.length > 0);
}
