import type { Schema } from '../../openapi/document-types.ts';

/** Whether a schema stands for raw bytes: OpenAPI 3.0 says `format: binary`, and 3.1 a media type without an encoding. */
export function isBinary({ type, format, contentMediaType, contentEncoding }: Schema): boolean {
  const isText = type === undefined || [type].flat().includes('string');
  if (format === 'binary') return isText;
  return (
    type === undefined &&
    typeof contentMediaType === 'string' &&
    contentEncoding === undefined &&
    !/json|^text\//.test(contentMediaType)
  );
}
