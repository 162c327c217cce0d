import type { OperationData } from '../../src/documents/operation-data.ts';
import type { FirstCallData } from '../../src/home/first-call-data.ts';

function createsFromExample(operation: OperationData): boolean {
  const body = operation.requestBody?.content['application/json']?.example;
  return operation.method === 'POST' && !operation.path.includes('{') && typeof body === 'object' && body !== null;
}

/** As the portal's settings name an operation. */
function nameOf({ api, id }: OperationData): string {
  return `${api.slug}/${id}`;
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

/** The operations that create a record from their example alone, each with the one that reads it. */
export function listFirstCalls(operations: OperationData[]): FirstCallData[] {
  const sandbox = operations.filter(({ api }) => api.basePath.startsWith('/sandbox/'));
  return sandbox.filter(createsFromExample).flatMap((create) => {
    const read = sandbox.find(
      ({ api, method, path }) =>
        api.slug === create.api.slug &&
        method === 'GET' &&
        path.startsWith(`${create.path}/{`) &&
        path.indexOf('}') === path.length - 1,
    );
    return read ? [{ create, read }] : [];
  });
}

/** The one of them that the settings prefer; undefined if it is none of them. */
export function findPreferred(calls: FirstCallData[], preferred: string | undefined): FirstCallData | undefined {
  return calls.find(({ create }) => nameOf(create) === preferred);
}

/** The first call of the home page: the preferred one, which must be one. */
export function findFirstCall(operations: OperationData[], preferred?: string): FirstCallData | null {
  const calls = listFirstCalls(operations);
  const best = preferred ? findPreferred(calls, preferred) : calls[0];
  if (preferred && !best) {
    const names = calls.map(({ create }) => nameOf(create)).join(', ');
    throw new Error(
      `cais.config.ts: home.firstCall is "${preferred}", which does not create a record from its example that another operation reads. These do: ${names || 'none'}.`,
    );
  }
  return best ? { create: trim(best.create), read: trim(best.read) } : null;
}
