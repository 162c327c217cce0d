import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lazily } from '../openapi/lazily.ts';
import { stripTypes } from './strip-types.ts';

/** The functions that every package has, by the names of their files. */
const code = [
  'credentials',
  'make-client',
  'media-kinds',
  'oauth-token',
  'operation',
  'read-next',
  'read-page',
  'read-response',
  'walk',
  'write-body',
  'write-request',
  'write-values',
];

/** The types that a caller sees. */
const types = ['client-types', 'result-types'];

/** The files in `runtime/`, as every package has them. */
export const readRuntimeFiles = lazily((): [path: string, text: string][] => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, 'runtime', `${name}.ts`), 'utf8');
  return [
    ...code.map((name): [string, string] => [`runtime/${name}.js`, stripTypes(read(name))]),
    ...types.map((name): [string, string] => [`runtime/${name}.d.ts`, read(name).replaceAll(".ts'", ".js'")]),
  ];
});
