import { findContact } from '../../server/openapi/contact.ts';
import { titleOf } from '../../server/openapi/operation-title.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { listOtherServers } from '../../server/openapi/servers.ts';
import type { Locale } from '../../server/settings/languages.ts';
import type { ApiIndexData, OperationLine } from '../../src/documents/api-index-data.ts';
import { besideMethod } from './beside-method.ts';
import { readDocs, readFacts, readServers } from './document-facts.ts';
import { lineOf } from './hook-lines.ts';
import type { ApiText } from './load-apis.ts';
import { renderMarkdown } from './render-markdown.ts';
import { readSchemes } from './security-data.ts';
import { listSections } from './tag-sections.ts';

/** Builds the data of an API's overview page: description, servers, security, and operations by tag. */
export function makeApiIndex(
  api: ApiText,
  locale: Locale,
  others: Pick<ApiIndexData, 'isExplained' | 'hasWorks' | 'versions' | 'ends'>,
): ApiIndexData {
  const { document, slug, title, version, isPlatform, basePath, lang, servers, images, hooks = [] } = api;
  const render = (markdown: string | undefined) => renderMarkdown(markdown, 3, images);
  return {
    api: { slug, title, version, isPlatform, basePath, lang, servers },
    language: api.language,
    description: renderMarkdown(document.info.description ?? document.info.summary, 2, images),
    contact: findContact(document),
    ...readFacts(document, render, images),
    ...others,
    // Paths of a host are those of this one, which are its sandbox.
    servers: readServers(
      (document.servers ?? []).filter(({ url }) => !url.startsWith('/')),
      render,
    ),
    environments: listOtherServers(api).map(({ name, description }) => ({ name, description: render(description) })),
    security: readSchemes(document, render),
    tags: listSections(api, locale).map(({ id, label, group, older, tag, operations }) => ({
      name: tag?.name ?? label,
      id,
      label,
      ...(group && { group }),
      ...(older && { older }),
      description: render(tag?.description),
      docs: readDocs(tag?.externalDocs, render),
      operations: operations.map(lineOfOperation),
    })),
    webhooks: hooks.filter(({ kind }) => kind === 'webhook').map(lineOf),
    callbacks: hooks.flatMap((hook) => (hook.caller ? [{ ...lineOf(hook), caller: titleOf(hook.caller) }] : [])),
  };
}

function lineOfOperation(operation: Operation): OperationLine {
  const { slug, method, path } = operation;
  const { deprecated = false } = operation.operation;
  return { slug, method: method.toUpperCase(), path, summary: besideMethod(titleOf(operation)), deprecated };
}
