import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { importsOf } from './imports-of.ts';

/** What Docusaurus gives its pages by the name of a package. */
const given = /^@(docusaurus|generated|site|theme)\//;

/** The packages that compiled code imports, with the versions that the project has; throws for one that it has not. */
export function readDependencies(folder: string, versions: Record<string, string>): Record<string, string> {
  const names = globSync('**/*.{js,mjs}', { cwd: folder })
    .flatMap((file) => importsOf(readFileSync(join(folder, file), 'utf8')))
    .filter(({ name }) => !name.startsWith('.') && !isBuiltin(name))
    .map(({ name }) => nameOf(name))
    .filter((name) => name !== 'cais' && (name in versions || !given.test(name)));
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => {
      const version = versions[name];
      if (!version) throw new Error(`The package would import ${name}, which is none of the project's dependencies.`);
      return [name, version];
    }),
  );
}

/** The package of a module: `@fastify/cors` of `@fastify/cors/types`. */
function nameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
