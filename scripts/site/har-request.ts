import type { HarRequest } from '@scalar/types/snippetz';
import type { BuiltRequest, NamedFile, RequestBody } from '../../wire/built-request.ts';
import { credentialHeader, urlWithKey } from '../../wire/credentials.ts';
import { readPair } from '../../wire/write-body.ts';

/** A request as the generators of code take it (HTTP Archive 1.2). */
export function harOf(request: BuiltRequest<NamedFile>, key: string): Partial<HarRequest> {
  const { method, credentials, body } = request;
  const inHeaders = credentials.map((credential) => credentialHeader(credential, key)).filter((each) => !!each);
  const inCookies = credentials.flatMap((each) => (each.kind === 'cookie' ? [`${each.name}=${key}`] : []));
  const cookies = [...request.cookies, ...inCookies];
  const headers = [
    ...request.headers,
    ...inHeaders.map(([name, value]): [string, string] => [isBare(name, value) ? `sample-named-${name}` : name, value]),
    ...(cookies.length > 0 ? [['Cookie', cookies.join('; ')] as [string, string]] : []),
  ];
  return {
    method,
    url: urlWithKey(request, key),
    headers: headers.map(([name, value]) => ({ name, value })),
    queryString: [],
    cookies: [],
    ...(body && { postData: dataOf(body) }),
  };
}

/** An `Authorization` without a scheme. */
function isBare(name: string, value: string): boolean {
  return /^authorization$/i.test(name) && !value.includes(' ');
}

function dataOf(body: RequestBody<NamedFile>): HarRequest['postData'] {
  const mimeType = body.mediaType;
  if (body.kind === 'text') return { mimeType, text: body.text } as HarRequest['postData'];
  if (body.kind === 'file') return { mimeType, text: `@${body.file.name}` } as HarRequest['postData'];
  if (body.kind === 'form') {
    const params = body.pairs.map(readPair).map(([name, value]) => ({ name, value }));
    return { mimeType, params };
  }
  const params = body.parts.map((part) =>
    'file' in part
      ? { name: part.name, value: `@${part.file.name}`, fileName: part.file.name, contentType: part.file.type }
      : { name: part.name, value: part.value, ...(part.mediaType && { contentType: part.mediaType }) },
  );
  return { mimeType, params };
}
