import type { OpenApiDocument, Parameter } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { askedParameters } from './asked-parameters.ts';
import { plain, singularOf } from './names.ts';

/** The parameter or property of the body that names a record, or else the only required one that ends like an id. */
export function findIdParameter(
  document: OpenApiDocument,
  operation: Operation,
  names: string[],
  idKey?: string,
): Parameter | undefined {
  const named = findNamedId(document, operation, names, idKey);
  return named ?? inQueryOrBody(document, operation).find((each) => each.required && /(_id|Id|ID)$/.test(each.name));
}

/**
 * The parameter or property of the body that names a record: `id`, `user_id`, `user` or the name of the id itself. A record may have
 * several names: a channel of `/conversations.list` is in `channels`.
 */
export function findNamedId(
  document: OpenApiDocument,
  operation: Operation,
  names: string | string[],
  idKey?: string,
): Parameter | undefined {
  const asked = inQueryOrBody(document, operation);
  const wanted = [names].flat().flatMap((name, index) => {
    const one = plain(singularOf(name));
    const own = index === 0 ? [idKey && plain(idKey), `${one}id`, 'id'] : [`${one}id`];
    return [...own, `id${one}`, one, `${one}uuid`, ...(index === 0 ? ['uuid'] : []), `${one}arn`, `${one}name`];
  });
  return wanted.map((word) => asked.find((each) => plain(each.name) === word)).find((each) => each);
}

function inQueryOrBody(document: OpenApiDocument, operation: Operation): Parameter[] {
  return askedParameters(document, operation).filter(({ in: place }) => place === 'query');
}
