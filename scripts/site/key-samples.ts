import type { ApiIndexData, OperationLine } from '../../src/documents/api-index-data.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import type { KeySample } from '../../src/keys/keys/key-sample.ts';

/** Builds an API's first call for the keys page: a read without required input. */
export function makeKeySample(index: ApiIndexData, read: (slug: string) => OperationData): KeySample | undefined {
  const { slug, title, basePath } = index.api;
  const operations = index.tags.flatMap((tag) => tag.operations).filter(isPlainRead);
  const operation = operations.map(({ slug }) => read(slug)).find(needsNoInput);
  const code = operation?.samples.find(({ id }) => id === 'curl')?.code;
  const servers = index.servers.map(({ description, url }) => ({ description: plainText(description), url }));
  return code === undefined ? undefined : { slug, title, basePath, code, servers };
}

function isPlainRead({ method, path, deprecated }: OperationLine): boolean {
  return method === 'GET' && !path.includes('{') && !deprecated;
}

// A public operation would prove nothing about the key.
function needsNoInput({ parameters, security, api }: OperationData): boolean {
  const isKeyed = api.basePath.startsWith('/sandbox/') || security.some((alternative) => alternative.length > 0);
  return isKeyed && !parameters.some(({ required }) => required);
}

function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, '').trim();
}
