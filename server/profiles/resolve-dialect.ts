import { registerHooks } from 'node:module';
import { extname } from 'node:path';

// In a package, files are compiled: this one's own extension is theirs.
const dialect = new URL(`./dialect${extname(import.meta.url)}`, import.meta.url).href;

/** Lets profiles import what they are made of by name, wherever their folder is: no package need be installed beside it. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'cais/dialect' ? { url: dialect, shortCircuit: true } : next(specifier, context),
});
