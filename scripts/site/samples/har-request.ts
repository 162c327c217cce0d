import type { HarRequest } from '@scalar/types/snippetz';
import type { BuiltRequest, NamedFile, RequestBody } from '../../../wire/built-request.ts';
import { cookiesWithKey, credentialHeader, type Keys, urlWithKey } from '../../../wire/credentials.ts';
import { formText } from '../../../wire/write-body.ts';

/** Stands in for the contents of a file that is the whole body. */
export const wholeFile = 'cais0file0of0samples';

/** A request as the generators of code take it (HTTP Archive 1.2). */
export function harOf(request: BuiltRequest<NamedFile>, keys: Keys): Partial<HarRequest> {
  const { method, credentials, body } = request;
  const inHeaders = credentials.map((credential) => credentialHeader(credential, keys)).filter((each) => !!each);
  const cookies = cookiesWithKey(request, keys);
  const headers = [
    ...request.headers,
    ...inHeaders.map(([name, value]): [string, string] => [isBare(name, value) ? `sample-named-${name}` : name, value]),
    ...(cookies.length > 0 ? [['Cookie', cookies.join('; ')] as [string, string]] : []),
  ];
  return {
    method,
    url: urlWithKey(request, keys),
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
  if (body.kind === 'file') return { mimeType, text: wholeFile } as HarRequest['postData'];
  // From pairs, the generators keep only the last of a name.
  if (body.kind === 'form') return { mimeType, text: formText(body.pairs) } as HarRequest['postData'];
  const params = body.parts.map((part) =>
    'file' in part
      ? { name: part.name, value: `@${part.file.name}`, fileName: part.file.name, contentType: part.file.type }
      : { name: part.name, value: part.value, ...(part.mediaType && { contentType: part.mediaType }) },
  );
  return { mimeType, params };
}
