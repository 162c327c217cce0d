import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { successOf } from './success-response.ts';

/** Whether what is read at a place is a file, which PUT or POST sends there as it is: `/attachments/{name}`. */
export function isFile(document: OpenApiDocument, own: Operation[]): boolean {
  const get = own.find(({ method }) => method === 'get');
  const read = get && successOf(get);
  if (!read?.mediaType || isStructured(document, read)) return false;
  return own.some(({ method, requestBody }) => {
    const sent = Object.entries(requestBody?.content ?? {});
    const isAsItIs = sent.every(([mediaType, { schema }]) => !isStructured(document, { mediaType, schema }));
    return (method === 'put' || method === 'post') && sent.length > 0 && isAsItIs;
  });
}
