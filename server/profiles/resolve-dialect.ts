import { registerHooks } from 'node:module';
import { ownExtension } from '../settings/own-extension.ts';

const dialect = new URL(`./dialect${ownExtension}`, import.meta.url).href;

/** Lets profiles import what they are made of by name, wherever their folder is: no package need be installed beside it. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'cais/dialect' ? { url: dialect, shortCircuit: true } : next(specifier, context),
});
