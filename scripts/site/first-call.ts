import type { OperationData } from '../../src/documents/operation-data.ts';
import type { FirstCallData } from '../../src/home/first-call-data.ts';

/** Preferred because it is easy to understand, if the portal publishes this API. */
const preferred = { api: 'notas', path: '/customers' };

function createsFromExample(operation: OperationData): boolean {
  const body = operation.requestBody?.content['application/json']?.example;
  return operation.method === 'POST' && !operation.path.includes('{') && typeof body === 'object' && body !== null;
}

function isPreferred({ api, path }: OperationData): boolean {
  return api.slug === preferred.api && path === preferred.path;
}

// The home page shows neither descriptions nor schemas, so they are not loaded.
function trim(operation: OperationData): OperationData {
  const bare = { ...operation, description: '', responses: {}, schemas: {}, samples: [] };
  const body = operation.requestBody?.content['application/json'];
  if (!body) return bare;
  return {
    ...bare,
    requestBody: { description: '', required: true, content: { 'application/json': { example: body.example } } },
  };
}

/** Finds an operation that creates a record from its example alone, and the one that reads it. */
export function findFirstCall(operations: OperationData[]): FirstCallData | null {
  const sandbox = operations.filter(({ api }) => api.basePath.startsWith('/sandbox/'));
  const pairs = sandbox.filter(createsFromExample).flatMap((create) => {
    const read = sandbox.find(
      ({ api, method, path }) =>
        api.slug === create.api.slug &&
        method === 'GET' &&
        path.startsWith(`${create.path}/{`) &&
        path.indexOf('}') === path.length - 1,
    );
    return read ? [{ create, read }] : [];
  });
  const best = pairs.find(({ create }) => isPreferred(create)) ?? pairs[0];
  return best ? { create: trim(best.create), read: trim(best.read) } : null;
}
