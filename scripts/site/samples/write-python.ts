import type { BodyPart, BuiltRequest, NamedFile, RequestBody } from '../../../wire/built-request.ts';
import { cookiesWithKey, credentialHeader, type Keys, keyOf, urlWithKey } from '../../../wire/credentials.ts';
import { formText, isJsonText } from '../../../wire/write-body.ts';
import { indented, inPython, jsonInPython } from './literal.ts';

const functions = new Set(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']);

/** A request by the library `requests`. */
export function writePython(request: BuiltRequest<NamedFile>, keys: Keys): string {
  const { method, body } = request;
  const start = functions.has(method) ? `${method.toLowerCase()}(` : `request(\n    ${inPython(method)},`;
  const options = [
    inPython(urlWithKey(request, keys)),
    ...headersOf(request, keys),
    ...request.credentials.flatMap((each) => {
      if (each.kind !== 'basic' && each.kind !== 'client') return [];
      const [name = '', password = 'x'] = keyOf(keys, each).split(':');
      return [`auth=(${inPython(name)}, ${inPython(password)})`];
    }),
    ...(body ? [bodyCode(body)] : []),
  ];
  return `import requests\n\nresponse = requests.${start}\n    ${options.join(',\n    ')}\n)\nprint(response.text)`;
}

function headersOf(request: BuiltRequest<NamedFile>, keys: Keys): string[] {
  const cookies = cookiesWithKey(request, keys);
  const ofKeys = request.credentials.flatMap((each) => {
    const header = each.kind === 'basic' || each.kind === 'client' ? undefined : credentialHeader(each, keys);
    return header ? [header] : [];
  });
  const all = [...request.headers, ...ofKeys, ...(cookies.length > 0 ? [['Cookie', cookies.join('; ')] as const] : [])];
  const lines = all.map(([name, value]) => `${inPython(name)}: ${inPython(value)}`);
  return lines.length > 0 ? [`headers={\n        ${lines.join(',\n        ')}\n    }`] : [];
}

function bodyCode(body: RequestBody<NamedFile>): string {
  if (body.kind === 'file') return `data=open(${inPython(body.file.name)}, "rb")`;
  if (body.kind === 'form') return `data=${inPython(formText(body.pairs))}`;
  if (body.kind === 'text')
    return isJsonText(body) ? `json=${indented(jsonInPython(body.text), 4)}` : `data=${inPython(body.text)}.encode()`;
  return `files=[\n        ${body.parts.map(partCode).join(',\n        ')}\n    ]`;
}

/** A name, then file name, contents, media type and headers, as far as there are any. */
function partCode(part: BodyPart<NamedFile>): string {
  const isFile = 'file' in part;
  const type = isFile ? part.file.type : part.mediaType;
  const headers = part.headers?.map(([name, value]) => `${inPython(name)}: ${inPython(value)}`);
  const parts = [
    isFile ? inPython(part.file.name) : 'None',
    isFile ? `open(${inPython(part.file.name)}, "rb")` : inPython(part.value),
    ...(type || headers ? [type ? inPython(type) : 'None'] : []),
    ...(headers ? [`{${headers.join(', ')}}`] : []),
  ];
  return `(${inPython(part.name)}, (${parts.join(', ')}))`;
}
