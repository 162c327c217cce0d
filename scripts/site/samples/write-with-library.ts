import { snippetz } from '@scalar/snippetz';
import type { BuiltRequest, NamedFile } from '../../../wire/built-request.ts';
import { type Keys, keyOf } from '../../../wire/credentials.ts';
import { harOf, wholeFile } from './har-request.ts';

const printer = snippetz();

/** Languages whose samples `@scalar/snippetz` writes. */
export type LibraryLanguage = 'php' | 'java' | 'csharp' | 'go';

const clients = { php: 'guzzle', java: 'nethttp', csharp: 'httpclient', go: 'native' } as const;

/** How each of them reads a file where the generator would send a text. */
const readsFile: Record<LibraryLanguage, (code: string, file: NamedFile) => string> = {
  php: (code, { name }) => code.replace(`'${wholeFile}'`, () => `fopen('${name}', 'r')`),
  java: (code, { name }) =>
    code.replace(
      /"[^"]*"\.getBytes\([^)]*\)/,
      () => `java.nio.file.Files.readAllBytes(java.nio.file.Path.of("${name}"))`,
    ),
  csharp: (code, { name, type }) =>
    code.replace(
      /request\.Content = new StringContent\([\s\S]*?\);\n/,
      () =>
        `request.Content = new StreamContent(File.OpenRead("${name}"));\n` +
        `request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("${type}");\n`,
    ),
  go: (code, { name }) =>
    code
      .replace(/payload := strings\.NewReader\(.*\)/, () => `payload, _ := os.Open("${name}")`)
      .replace('\t"strings"\n', '')
      .replace('\t"net/http"\n', '\t"net/http"\n\t"os"\n'),
};

/** A sample in one of these languages; undefined where the generator would write one that sends something else. */
export function writeWithLibrary(
  language: LibraryLanguage,
  request: BuiltRequest<NamedFile>,
  keys: Keys,
): string | undefined {
  if (!canWrite(language, request)) return undefined;
  const isEncoded = ({ kind }: BuiltRequest['credentials'][number]) => kind === 'basic' || kind === 'client';
  const account = request.credentials.find(isEncoded);
  const others = { ...request, credentials: request.credentials.filter((each) => !isEncoded(each)) };
  const [username = '', password = 'x'] = account ? keyOf(keys, account).split(':') : [];
  const generate = printer.findPlugin(language as 'php', clients[language] as 'guzzle')?.generate;
  const har = harOf(others, keys);
  // PHP's generator knows a form only from pairs, of which it keeps the last of a name.
  if (language === 'php' && har.postData && request.body?.kind === 'form') har.postData.mimeType = 'text/plain';
  const code = generate?.(har, account ? { auth: { username, password } } : {});
  // Some generators leave out an `Authorization` that names no scheme, as that of an apiKey: under this name they keep it.
  const named = code?.replaceAll('sample-named-', '');
  return named && request.body?.kind === 'file' ? readsFile[language](named, request.body.file) : named;
}

function canWrite(language: LibraryLanguage, { headers, body }: BuiltRequest<NamedFile>): boolean {
  // Quotes in a header are not escaped.
  if (language === 'csharp' && headers.some(([, value]) => /["\\]/.test(value))) return false;
  if (body?.kind !== 'multipart') return true;
  if (body.parts.some((part) => part.headers)) return false;
  const typeOf = (part: (typeof body.parts)[number]) => ('file' in part ? part.file.type : part.mediaType);
  // Go writes parts without their media types.
  return (
    language !== 'go' || body.parts.every((part) => [undefined, 'application/octet-stream'].includes(typeOf(part)))
  );
}
