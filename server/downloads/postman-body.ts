import type { NamedFile, RequestBody } from '../../wire/built-request.ts';
import { bodyShape } from '../../wire/media-types.ts';
import { percentEncode } from '../../wire/percent-encode.ts';
import { formText, readPair } from '../../wire/write-body.ts';
import type { PostmanBody } from './postman-types.ts';

/** What a file contains where nobody has chosen one: a collection runs as it was downloaded. */
const fileText = 'example';

/** A body as Postman keeps it; `variables` are those that the example has on purpose. */
export function postmanBody(body: RequestBody<NamedFile>, variables: string[] = []): PostmanBody {
  if (body.kind === 'file') return raw(fileText, 'text');
  if (body.kind === 'text') {
    const shape = bodyShape(body.mediaType);
    const isXml = /[/+]xml\b/.test(body.mediaType);
    if (shape === 'json') return raw(keepBraces(body.text, variables), 'json');
    return raw(body.text, isXml ? 'xml' : 'text');
  }
  if (body.kind === 'form') {
    const pairs = body.pairs.map(readPair);
    // Postman encodes each value anew: a list whose commas would not stay what they are is written out.
    const isSame = pairs.every(
      ([name, value], at) => body.pairs[at] === `${percentEncode(name)}=${percentEncode(value)}`,
    );
    if (!isSame) return raw(formText(body.pairs), 'text');
    return { mode: 'urlencoded', urlencoded: pairs.map(([key, value]) => ({ key, value })) };
  }
  const formdata = body.parts.map((part) => {
    const [value, contentType] = 'file' in part ? [fileText, part.file.type] : [part.value, part.mediaType];
    return { key: part.name, value, type: 'text' as const, ...(contentType && { contentType }) };
  });
  return { mode: 'formdata', formdata };
}

function raw(text: string, language: 'json' | 'xml' | 'text'): PostmanBody {
  return { mode: 'raw', raw: text, options: { raw: { language } } };
}

/** Postman would take `{{name}}` of an example for a variable of its own; in JSON, a brace has a second spelling. */
function keepBraces(json: string, variables: string[]): string {
  const own = variables.map((name) => `${RegExp.escape(name)}\\}\\}`).join('|');
  return json.replaceAll(new RegExp(own ? `\\{\\{(?!${own})` : '\\{\\{', 'g'), '{\\u007b');
}
