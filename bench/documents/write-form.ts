import type { Operation } from '../../server/openapi/operations.ts';
import { shapeOf } from '../../server/openapi/schema-shape.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';

const boundary = 'part-of-a-walk';

/** Writes a body as a multipart form: files with a name, lists as several parts, objects as JSON. */
export function writeForm(
  { document }: ServedApi,
  operation: Operation,
  body: unknown,
): { mediaType: string; text: string } {
  const [mediaType = 'multipart/form-data', content] =
    Object.entries(operation.requestBody?.content ?? {}).find(([type]) => type.startsWith('multipart/')) ?? [];
  const { properties } = shapeOf(document, content?.schema);
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const parts = fields.flatMap(([name, value]) => {
    const own = shapeOf(document, properties[name]).items ?? properties[name] ?? {};
    const isFile = own.format === 'binary' || own.contentMediaType !== undefined;
    return [value].flat().map((each) => {
      const file = isFile ? '; filename="file.bin"\r\nContent-Type: application/octet-stream' : '';
      const text = typeof each === 'object' ? JSON.stringify(each) : String(each);
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`;
    });
  });
  return { mediaType: `${mediaType}; boundary=${boundary}`, text: `${parts.join('')}--${boundary}--\r\n` };
}
