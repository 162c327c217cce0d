import Negotiator from 'negotiator';
import { isJson } from '../../../wire/media-types.ts';
import type { Example, MediaType, OpenApiDocument, Response, Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { resolve } from '../../openapi/resolve.ts';
import { schemaOfExample } from '../../openapi/schema-of-example.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
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
 * JSON problem details go first, unless the caller accepts only others.
 */
export function findDeclaredError(
  document: OpenApiDocument,
  responses: Record<string, Response>,
  status: number,
  accept?: string,
): DeclaredError | undefined {
  const neighbour = status === 422 ? 400 : status === 400 ? 422 : status;
  const hasSuccess = Object.keys(responses).some((each) => each.startsWith('2'));
  const range = `${String(status)[0]}XX`;
  for (const key of [String(status), String(neighbour), range, range.toLowerCase(), 'default']) {
    const all = jsonOf(responses[key] ?? nothing, document);
    const declared = key === 'default' && !hasSuccess ? all.filter((each) => isOfError(document, each)) : all;
    const mediaType = chooseType(
      declared.map(({ sent }) => sent),
      accept,
    );
    const found = declared.find(({ sent }) => sent === mediaType);
    if (found) return { status: /^\d+$/.test(key) ? Number(key) : status, mediaType: found.sent, schema: found.schema };
  }
  return undefined;
}

const nothing: Response = {};

/** A default without a success beside it may be the success itself: only its properties tell. */
function isOfError(document: OpenApiDocument, { sent, schema }: { sent: string; schema?: Schema }): boolean {
  const { items, properties } = shapeOf(document, schema);
  const names = Object.keys(items ? shapeOf(document, items).properties : properties);
  return sent === problem || names.some(tellsError);
}

/** The kinds of JSON that a response is declared in, of any or of a range of types as plain JSON. */
const jsonOf = memoize(({ content = {} }: Response, document: OpenApiDocument) => {
  const all = Object.entries(content).flatMap(([type, media]) => {
    const isRange = /^(\*|application)\/\*$/.test(type.split(';')[0]?.trim() ?? '');
    const sent = isRange ? 'application/json' : type;
    const schema = schemaOf(document, media ?? {});
    return isJson(sent) && (schema || sent === problem) ? [{ sent, schema }] : [];
  });
  return all.sort((a, b) => Number(b.sent === problem) - Number(a.sent === problem));
});

/** The schema of a media type; where it has only an example, one that says the same. */
function schemaOf(document: OpenApiDocument, { schema, example, examples = {} }: MediaType): Schema | undefined {
  if (schema) return schema;
  const [named] = Object.values(examples);
  const shown = example ?? (named && resolve<Example>(document, named).value);
  return typeof shown === 'object' && shown !== null ? schemaOfExample(shown) : undefined;
}

function chooseType(types: string[], accept: string | undefined): string | undefined {
  const wanted = accept && types.length > 1 && new Negotiator({ headers: { accept } } as never).mediaType(types);
  return wanted || types[0];
}
