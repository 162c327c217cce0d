import type { BodyPart, NamedFile } from './built-request.ts';

/** The pieces of a multipart body, in order: texts, and the files themselves (RFC 7578). */
export function writeMultipart<F extends NamedFile>(parts: BodyPart<F>[], boundary: string): (string | F)[] {
  const pieces = parts.flatMap((part) => [`--${boundary}\r\n${headOf(part)}\r\n`, contentOf(part), '\r\n']);
  return [...pieces, `--${boundary}--\r\n`];
}

/** Only a file has a file name: what has one is a file for most servers. */
function headOf<F extends NamedFile>(part: BodyPart<F>): string {
  const isFile = 'file' in part;
  const type = isFile ? part.file.type || 'application/octet-stream' : part.mediaType;
  const fileName = isFile ? `; filename="${escaped(part.file.name)}"` : '';
  const lines = [
    `Content-Disposition: form-data; name="${escaped(part.name)}"${fileName}`,
    ...(type ? [`Content-Type: ${type}`] : []),
    ...(part.headers ?? []).map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]+/g, ' ')}`),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function contentOf<F extends NamedFile>(part: BodyPart<F>): string | F {
  return 'file' in part ? part.file : part.value;
}

/** As browsers write a name (WHATWG HTML, 4.10.22.8). */
function escaped(text: string): string {
  return text.replaceAll(/[\r\n"]/g, (character) => encodeURIComponent(character));
}
