import { createRequire } from 'node:module';
import { exampleOfParameter } from '../../server/openapi/examples.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import { titleOf } from '../../server/openapi/operation-title.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { percentEncode } from '../../wire/percent-encode.ts';

interface Item {
  name: string;
  item?: Item[];
  request?: { method: string; url: { path: string[] } };
  event?: unknown;
}

interface Collection {
  item: Item[];
}

interface Run {
  on: (event: 'request', listen: (error: Error | null, sent: { item: { name: string } }) => void) => void;
}

const newman: { run: (options: object, done: (error: Error | null) => void) => Run } = createRequire(import.meta.url)(
  'newman',
);

/**
 * Runs a collection against an origin, and hands over each request by the name of its operation. Variables for ids have the
 * document's examples, which other clients send.
 */
export async function sendByPostman(
  api: ApiDocument,
  collection: Collection,
  { origin, key }: { origin: string; key: string },
  onSent: (operation: Operation) => void,
): Promise<void> {
  const items = collection.item.flatMap(requestsOf);
  const operations = new Map<string, Operation>();
  for (const operation of api.operations) {
    const title = titleOf(operation);
    const item = items.find(
      ({ name, request }) =>
        name === title && request?.method === operation.method.toUpperCase() && isPath(operation, request.url.path),
    );
    if (!item?.request) throw new Error(`The collection of ${api.slug} has no request for ${operation.id}.`);
    item.name = operation.id;
    // What a script keeps or skips depends on answers, which are empty here.
    delete item.event;
    operations.set(operation.id, operation);
    item.request.url.path = item.request.url.path.map((segment, at) => filled(api, operation, segment, at));
  }
  await new Promise<void>((resolve, reject) => {
    const values = { baseUrl: origin, apiKey: key };
    const envVar = Object.entries(values).map(([name, value]) => ({ key: name, value }));
    const run = newman.run({ collection, envVar, reporters: [] }, (error) => (error ? reject(error) : resolve()));
    run.on('request', (error, { item }) => {
      if (error) reject(error);
      onSent(operations.get(item.name) as Operation);
    });
  });
}

function requestsOf(item: Item): Item[] {
  return item.item ? item.item.flatMap(requestsOf) : [item];
}

function isPath({ path }: Operation, segments: string[]): boolean {
  const template = path.split('/').slice(1);
  return (
    template.length === segments.length &&
    template.every((segment, at) => /[{]/.test(segment) || segment === segments[at])
  );
}

function filled(api: ApiDocument, operation: Operation, segment: string, at: number): string {
  const [, name] = /\{([^}]+)\}/.exec(operation.path.split('/')[at + 1] ?? '') ?? [];
  const parameter = operation.parameters.find((each) => each.in === 'path' && each.name === name);
  const example = parameter && exampleOfParameter(api.document, parameter);
  return segment.replace(/\{\{\w+\}\}/, () => percentEncode(String(example)));
}
