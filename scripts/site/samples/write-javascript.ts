import type { BodyPart, BuiltRequest, NamedFile, RequestBody } from '../../../wire/built-request.ts';
import { cookiesWithKey, credentialHeader, type Keys, keyOf, urlWithKey } from '../../../wire/credentials.ts';
import { percentEncode } from '../../../wire/percent-encode.ts';
import { formText, isJsonText, readPair } from '../../../wire/write-body.ts';
import { indented, inJavascript, jsonInJavascript } from './literal.ts';

/** A request by `fetch`, as a module of Node; files are read with its `openAsBlob`. Undefined for parts with headers, which it cannot send. */
export function writeJavascript(request: BuiltRequest<NamedFile>, keys: Keys): string | undefined {
  const { body, method } = request;
  if (body?.kind === 'multipart' && body.parts.some((part) => part.headers)) return undefined;
  const files = body?.kind === 'file' || (body?.kind === 'multipart' && body.parts.some((part) => 'file' in part));
  const options = [
    ...(method === 'GET' ? [] : [`method: ${inJavascript(method)}`]),
    ...headersOf(request, keys),
    ...(body ? [body.kind === 'multipart' ? 'body' : `body: ${indented(bodyCode(body), 2)}`] : []),
  ];
  const url = inJavascript(urlWithKey(request, keys));
  const list = options.length > 0 ? `, {\n  ${options.join(',\n  ')}\n}` : '';
  return [
    ...(files ? ["import { openAsBlob } from 'node:fs'\n"] : []),
    ...(body?.kind === 'multipart' ? [`const body = new FormData()\n${body.parts.map(partCode).join('\n')}\n`] : []),
    `const response = await fetch(${url}${list})\nconsole.log(await response.text())`,
  ].join('\n');
}

function headersOf(request: BuiltRequest<NamedFile>, keys: Keys): string[] {
  const cookies = cookiesWithKey(request, keys);
  const own = [...request.headers, ...(cookies.length > 0 ? [['Cookie', cookies.join('; ')] as const] : [])];
  const lines = own.map(([name, value]) => `${nameCode(name)}: ${inJavascript(value)}`);
  for (const credential of request.credentials) {
    const [name, value] = credentialHeader(credential, keys) ?? [];
    if (name === undefined || value === undefined) continue;
    // What is encoded here could not be replaced by a reader.
    const encoded = `\`Basic \${btoa(${inJavascript(keyOf(keys, credential))})}\``;
    lines.push(`${nameCode(name)}: ${credential.kind === 'client' ? encoded : inJavascript(value)}`);
  }
  return lines.length > 0 ? [`headers: {\n    ${lines.join(',\n    ')}\n  }`] : [];
}

function nameCode(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : inJavascript(name);
}

function bodyCode(body: Exclude<RequestBody<NamedFile>, { kind: 'multipart' }>): string {
  if (body.kind === 'file') return `await openAsBlob(${inJavascript(body.file.name)})`;
  if (body.kind === 'form') return formCode(body.pairs);
  const json = isJsonText(body) ? jsonInJavascript(body.text) : undefined;
  return json === undefined ? inJavascript(body.text) : `JSON.stringify(${json})`;
}

/** `URLSearchParams` encodes all delimiters: where one has to stay, the form is written out. */
function formCode(pairs: string[]): string {
  const read = pairs.map(readPair);
  const isSame = read.every(([name, value], at) => pairs[at] === `${percentEncode(name)}=${percentEncode(value)}`);
  if (!isSame) return inJavascript(formText(pairs));
  const lines = read.map(([name, value]) => `  [${inJavascript(name)}, ${inJavascript(value)}]`);
  return `new URLSearchParams([\n${lines.join(',\n')}\n])`;
}

function partCode(part: BodyPart<NamedFile>): string {
  const name = inJavascript(part.name);
  if ('file' in part) {
    const file = inJavascript(part.file.name);
    const type = part.file.type ? `, { type: ${inJavascript(part.file.type)} }` : '';
    return `body.append(${name}, await openAsBlob(${file}${type}), ${file})`;
  }
  const value = inJavascript(part.value);
  const typed = part.mediaType && `new Blob([${value}], { type: ${inJavascript(part.mediaType)} })`;
  return `body.append(${name}, ${typed ?? value})`;
}
