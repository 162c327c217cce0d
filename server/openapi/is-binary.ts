import type { OpenApiDocument, Schema } from './document-types.ts';
import { flattenSchema } from './sample/flatten-schema.ts';

/** Whether a schema, or what it refers to, stands for mere bytes: `format: binary`, or octets that are not encoded as text. */
export function isBinary(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const { format, contentMediaType, contentEncoding } = schema ? flattenSchema(document, schema).schema : {};
  return format === 'binary' || (contentMediaType === 'application/octet-stream' && contentEncoding === undefined);
}
