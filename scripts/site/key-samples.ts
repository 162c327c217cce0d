import type { ApiIndexData, OperationLine } from '../../src/documents/api-index-data.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import type { KeySample } from '../../src/keys/keys/key-sample.ts';

/** Makes an API's first call for the page of keys: one that only reads, and of which nothing has to be known. */
export function makeKeySample(index: ApiIndexData, read: (slug: string) => OperationData): KeySample | undefined {
  const { slug, title, basePath } = index.api;
  const operations = index.tags.flatMap((tag) => tag.operations).filter(isPlainRead);
  const operation = operations.map(({ slug }) => read(slug)).find(asksForNothing);
  const code = operation?.samples.find(({ id }) => id === 'curl')?.code;
  const servers = index.servers.map(({ description, url }) => ({ description: plainText(description), url }));
  return code === undefined ? undefined : { slug, title, basePath, code, servers };
}

function isPlainRead({ method, path, deprecated }: OperationLine): boolean {
  return method === 'GET' && !path.includes('{') && !deprecated;
}

// An operation that is open to everybody would prove nothing about the key.
function asksForNothing({ parameters, security, api }: OperationData): boolean {
  const isKeyed = api.basePath.startsWith('/sandbox/') || security.some((alternative) => alternative.length > 0);
  return isKeyed && !parameters.some(({ required }) => required);
}

function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, '').trim();
}
