import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { root } from '../../run-child.mjs';

const stubs = join(import.meta.dirname, 'docusaurus-stubs.ts');
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  jsx: ts.JsxEmit.ReactJSX,
  verbatimModuleSyntax: true,
};
/** The classes of a CSS module have its name before their own. */
const classNames = (file: string) =>
  `export default new Proxy({}, { get: (_, name) => ${JSON.stringify(`${basename(file, '.module.css')}-`)} + String(name) });`;

/** Lets this process import the components of the pages, with stand-ins for what Docusaurus brings. */
export function allowPages(): void {
  registerHooks({
    resolve(name, context, next) {
      if (name.startsWith('@docusaurus/')) {
        const part = name.slice('@docusaurus/'.length);
        return { url: `${pathToFileURL(stubs)}?${part}`, shortCircuit: true };
      }
      if (name.startsWith('@site/')) return next(pathToFileURL(join(root, name.slice('@site/'.length))).href, context);
      return next(name, context);
    },
    load(url, context, next) {
      if (!url.startsWith('file:')) return next(url, context);
      const file = fileURLToPath(url.split('?')[0] ?? url);
      if (file.endsWith('.css')) return { format: 'module', source: classNames(file), shortCircuit: true };
      if (file !== stubs && !file.endsWith('.tsx')) return next(url, context);
      const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
        fileName: file,
        compilerOptions: options,
      });
      const part = url.split('?')[1];
      const own = part ? `${outputText}\nexport default stubs[${JSON.stringify(part)}];` : outputText;
      return { format: 'module', source: own, shortCircuit: true };
    },
  });
}
