import { asShown } from '../plan/as-shown.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Locale } from '../settings/languages.ts';
import { typeNames } from './names.ts';
import { nameOperations } from './operations/named-operation.ts';
import { writeOperationCode, writeOperationTypes } from './operations/operation-files.ts';
import { writeIndexCode, writeIndexTypes } from './package/index-files.ts';
import { packageJson } from './package/package-json.ts';
import { writeReadme } from './package/readme.ts';
import { readRuntimeFiles } from './runtime-files.ts';
import { SchemaTypes } from './schemas/schema-types.ts';

/** The portal's address as documents write it in their examples. */
const exampleOrigin = /http:\/\/localhost:3000(?!\d)/g;

/** The files of an API's TypeScript client, by path: code that runs as it is, and its types. */
export function clientPackage(served: ServedApi, publicUrl: string, language: Locale): Map<string, string> {
  const api = asShown(served);
  const names = typeNames();
  const types = new SchemaTypes(api.document, api.operations, names);
  const named = nameOperations(api, names);
  const declarations = writeOperationTypes(types, named);
  const files: [string, string][] = [
    ['package.json', packageJson(api)],
    ['README.md', writeReadme(api, named, publicUrl, language)],
    ['index.js', writeIndexCode(api, publicUrl)],
    ['index.d.ts', writeIndexTypes(api, publicUrl)],
    ['operations.js', writeOperationCode(api, named)],
    ['operations.d.ts', declarations.operations],
    ['types.d.ts', declarations.schemas],
  ];
  const own = files.map(([path, text]): [string, string] => [path, withAddress(text, publicUrl)]);
  return new Map([...own, ...readRuntimeFiles()]);
}

/** Links in descriptions lead to this portal's pages, also from an editor. */
function withAddress(text: string, publicUrl: string): string {
  return text
    .replaceAll(/\]\(\/(?=guides|reference|downloads)/g, `](${publicUrl}/`)
    .replaceAll(exampleOrigin, publicUrl);
}
