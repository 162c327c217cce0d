import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

const imported =
  /^\s*(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'".][^'"]*)['"]|\bimport\(\s*['"]([^'".][^'"]*)['"]\s*\)/gm;

/** The packages that compiled code imports, with the versions that the project has; throws for one that it has not. */
export function readDependencies(folder: string, versions: Record<string, string>): Record<string, string> {
  const names = globSync('**/*.{js,mjs}', { cwd: folder })
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(imported)])
    .map(([, name = '', dynamic = '']) => nameOf(name || dynamic))
    .filter((name) => !isBuiltin(name) && name !== 'cais');
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
