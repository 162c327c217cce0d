import { propertyName, typeNames } from '../../../server/clients/names.ts';
import { nameOperations } from '../../../server/clients/operations/named-operation.ts';
import { operationAlternatives } from '../../../server/clients/security.ts';
import { scopesOf } from '../../../server/identity/scope-catalog.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import { titleOf } from '../../../server/openapi/operation-title.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import type { Locale } from '../../../server/settings/languages.ts';
import type { Topic } from './built-in-guides.ts';
import { curlCommand } from './curl-command.ts';
import { asMarkdown, type TemplateValues } from './fill-template.ts';
import type { Examples, Sandbox } from './find-examples.ts';
import { keyTable, takesTokens } from './key-table.ts';
import { shownHead, shownRefusal, shownResponse } from './shown-response.ts';

const topics: Topic[] = ['sandbox', 'keys', 'webhooks', 'accounts', 'requests', 'downloads', 'platform'];

/** What the templates of the guides may name, in a language; what this portal does not have is empty. */
export function guideValues(
  { sandbox, ...examples }: Examples,
  sandboxes: Sandbox[],
  about: ReadonlySet<Topic>,
  locale: Locale,
): TemplateValues {
  const api = sandbox && (sandbox.loaded.texts.get(locale) ?? sandbox.loaded.own);
  return {
    ...Object.fromEntries(topics.map((topic) => [topic, about.has(topic) ? 'yes' : ''])),
    tokens: about.has('keys') && takesTokens(sandboxes) ? 'yes' : '',
    keyTable: keyTable(sandboxes, locale),
    api: asMarkdown(api?.title ?? ''),
    slug: api?.slug ?? '',
    scope: (api && scopesOf(api).find(isPlainScope)?.name) ?? '*:read',
    event: examples.event ?? '',
    eventApi: examples.event?.split(':')[0] ?? '',
    ...valuesOfCreate(api, sandbox, examples),
    ...valuesOfList(api, sandbox, examples, locale),
  };
}

function valuesOfCreate(api: ApiDocument | undefined, sandbox: Sandbox | undefined, { create, read }: Examples) {
  const operation = api && findOperation(api, create);
  const item = api && findOperation(api, read?.slug);
  const plan = sandbox && [...sandbox.served.plan.operations.values()].find((each) => each.operation.slug === create);
  const isRead = api && operation && item && read;
  return {
    create: operation && plan ? curlCommand(api, operation) : '',
    createLink: api && operation ? linkTo(api, operation) : '',
    created: operation && plan ? shownResponse(api, operation, plan.success.status) : '',
    read: isRead ? curlCommand(api, item, { id: 'ID', options: ['-i'] }) : '',
    readOther: isRead
      ? curlCommand(api, item, { id: 'ID', options: ['-i'] }).replaceAll('$CAIS_KEY', '$OTHER_KEY')
      : '',
    readLink: isRead ? linkTo(api, item) : '',
    readId: isRead ? read.id : '',
  };
}

function valuesOfList(api: ApiDocument | undefined, sandbox: Sandbox | undefined, { list }: Examples, locale: Locale) {
  const operation = api && findOperation(api, list);
  const own = sandbox && findOperation(sandbox.served, list);
  const call = (more: Parameters<typeof curlCommand>[2]) => (operation ? curlCommand(api, operation, more) : '');
  const headers = locale === 'pt-BR' ? [] : ['Accept-Language: en'];
  const named = sandbox && nameOperations(sandbox.served, typeNames()).find((each) => each.operation === own);
  const keyName = sandbox && own && operationAlternatives(sandbox.served, own)[0]?.[0];
  return {
    list: call({ options: ['-i'] }),
    listLink: operation ? linkTo(api, operation) : '',
    listed: operation ? shownHead(200) : '',
    keyless: call({ withKey: false, headers }),
    refused: sandbox && own ? shownRefusal(sandbox.served, own, locale) : '',
    faulty: call({ options: ['-i'], headers: ['Prefer: code=503'] }),
    quiet: call({ options: ['-o /dev/null'] }),
    quietFaulty: call({ options: ['-o /dev/null'], headers: ['Prefer: code=503'] }),
    fromPage: call({ options: ['-i'], headers: ['Origin: https://app.example'] }),
    listFunction: keyName === undefined ? '' : (named?.name ?? ''),
    clientKey: keyName === undefined ? '' : propertyName(keyName),
  };
}

function isPlainScope({ name, access }: { name: string; access: string }): boolean {
  return access === 'read' && /^[\w:.-]+$/.test(name);
}

function findOperation({ operations }: ApiDocument, slug: string | undefined): Operation | undefined {
  return operations.find((operation) => operation.slug === slug);
}

function linkTo({ slug }: ApiDocument, operation: Operation): string {
  return `[${asMarkdown(titleOf(operation))}](/reference/${slug}/${operation.slug})`;
}
