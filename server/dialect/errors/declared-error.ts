import { isJson } from '../../../wire/media-types.ts';
import type { Example, MediaType, OpenApiDocument, Response, Schema } from '../../openapi/document-types.ts';
import { hasSuccess } from '../../openapi/find-response.ts';
import { memoize } from '../../openapi/memoize.ts';
import { resolve } from '../../openapi/resolve.ts';
import { schemaOfExample } from '../../openapi/schema-of-example.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { chooseType } from '../formats/preferred-type.ts';
import { tellsError } from './error-meanings.ts';

export interface DeclaredError {
  status: number;
  mediaType: string;
  /** Missing where problem details (RFC 9457) are declared without one. */
  schema?: Schema;
}

const problem = 'application/problem+json';

/**
 * The declared error response for a status: the status itself, its neighbour (400 or 422), its class, or the default. Of several kinds of
 * JSON problem details go first, unless the caller accepts only others. A neighbour that says nothing of its body has problem details, too.
 */
export function findDeclaredError(
  document: OpenApiDocument,
  responses: Record<string, Response>,
  status: number,
  accept?: string,
): DeclaredError | undefined {
  const neighbour = status === 422 ? 400 : status === 400 ? 422 : status;
  const range = `${String(status)[0]}XX`;
  for (const key of [String(status), String(neighbour), range, range.toLowerCase(), 'default']) {
    const all = jsonOf(responses[key] ?? nothing, document);
    const declared =
      key === 'default' && !hasSuccess(responses) ? all.filter((each) => isOfError(document, each)) : all;
    const types = declared.map(({ mediaType }) => mediaType);
    const wanted = accept && types.length > 1 ? chooseType(accept, types) : undefined;
    const found = declared.find(({ mediaType }) => mediaType === (wanted ?? types[0]));
    if (found) return { status: /^\d+$/.test(key) ? Number(key) : status, ...found };
  }
  const isTold = [String(status), range, range.toLowerCase(), 'default'].some((key) => key in responses);
  return !isTold && String(neighbour) in responses ? { status: neighbour, mediaType: problem } : undefined;
}

const nothing: Response = {};

/** A default without a success beside it may be the success itself: only its properties tell. */
function isOfError(document: OpenApiDocument, { mediaType, schema }: Omit<DeclaredError, 'status'>): boolean {
  const { items, properties } = shapeOf(document, schema);
  const names = Object.keys(items ? shapeOf(document, items).properties : properties);
  return mediaType === problem || names.some(tellsError);
}

/** The kinds of JSON that a response is declared in. */
const jsonOf = memoize(({ content = {} }: Response, document: OpenApiDocument) => {
  const all = Object.entries(content).flatMap(([mediaType, media]) => {
    const schema = schemaOf(document, media ?? {});
    return isJson(mediaType) && (schema || mediaType === problem) ? [{ mediaType, schema }] : [];
  });
  return all.sort((a, b) => Number(b.mediaType === problem) - Number(a.mediaType === problem));
});

/** The schema of a media type; where it has only an example, one that says the same. */
function schemaOf(document: OpenApiDocument, { schema, example, examples = {} }: MediaType): Schema | undefined {
  if (schema) return schema;
  const [named] = Object.values(examples);
  const shown = example ?? (named && resolve<Example>(document, named).value);
  return typeof shown === 'object' && shown !== null ? schemaOfExample(shown) : undefined;
}
