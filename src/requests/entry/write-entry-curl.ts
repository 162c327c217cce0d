import type { BuiltRequest } from '../../../wire/built-request.ts';
import { credentialsFor } from '../../../wire/credentials.ts';
import { writeCurl } from '../../../wire/write-curl.ts';
import { operationSecurity } from '../../console/operation-security.ts';
import type { OperationData } from '../../documents/operation-data.ts';
import { findOAuth, takesClient } from '../../exchange/credentials.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';

/** Headers that curl sets itself. */
const own = new Set([
  'host',
  'content-length',
  'connection',
  'accept-encoding',
  'transfer-encoding',
  'user-agent',
  'origin',
]);

/** Stands for the key until its place is known. */
const keyWord = 'CAIS0KEY0HERE';

/** Writes the curl command that repeats a logged call; the key comes from the variable `CAIS_KEY`. */
export function writeEntryCurl(entry: RequestDetails, operation: OperationData | null, serverUrl: string): string {
  const { method, path, query, request } = entry;
  const body = request?.body;
  const mediaType = request?.headers['content-type'] ?? '';
  const built: BuiltRequest = {
    method,
    url: `${serverUrl}${path}${query && `?${withoutMasks(query)}`}`,
    headers: Object.entries(request?.headers ?? {}).filter(
      ([name, value]) => !own.has(name) && !(name === 'accept' && value === '*/*') && !value.includes('••••'),
    ),
    cookies: [],
    credentials: operation ? credentialsFor(usedSecurity(entry, operation)) : [{ kind: 'bearer' }],
    ...(body && { body: { kind: 'text', mediaType, text: body } }),
  };
  return writeCurl(built, keyWord).replaceAll(
    new RegExp(`'([^'"$\`\\\\!]*)${keyWord}([^'"$\`\\\\!]*)'`, 'g'),
    '"$1$$CAIS_KEY$2"',
  );
}

/** The way in which this caller probably sent its key: tokens belong to clients. */
function usedSecurity({ actor }: RequestDetails, operation: OperationData) {
  const alternatives = operationSecurity(operation).filter((alternative) => !takesClient(alternative));
  const isToken = actor?.type === 'oauth_client';
  const fits = alternatives.find((alternative) => (findOAuth(alternative) !== undefined) === isToken);
  return fits ?? alternatives[0] ?? [];
}

/** A key in the query was not kept; it is added again with the variable. */
function withoutMasks(query: string): string {
  return query
    .split('&')
    .filter((pair) => !pair.includes('••••'))
    .join('&');
}
