import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../run-child.mjs';

/** A call of `say`, or another place of the code that names a message. */
export interface Use {
  /** What the key looks like: `^refusals\.[^.]+$` where the code puts it together. */
  key: RegExp;
  /** The names of the values, where the code lists them. */
  values?: string[];
  place: string;
}

/** Where the code of the server, the command and the scripts names messages. */
export function findUses(): Use[] {
  return sources().flatMap(([file, text]) => (/\bsay\(|\bMessageKey\b/.test(text) ? usesIn(file, text) : []));
}

/** Data in the language of a document, such as streets: nothing that the portal says. */
const data = 'server/openapi/sample/believable/';

/** Files that have texts in Portuguese and English of their own, instead of in the catalogues. */
export function findInlineTexts(): string[] {
  return sources().flatMap(([file, text]) => (hasInlineTexts(text) && !file.startsWith(data) ? [file] : []));
}

export function hasInlineTexts(text: string): boolean {
  return [...text.matchAll(/\ben: ?(?:['`"[]|\n)/g)].some(({ index }) =>
    /\bpt: ?(?:['`"[]|\n)/.test(text.slice(Math.max(0, index - 600), index + 600)),
  );
}

function sources(): [file: string, text: string][] {
  const files = globSync('{server,cli,scripts}/**/*.ts', { cwd: root, exclude: ['**/*.test.ts', '**/generated/**'] });
  return files.map((file) => [file, readFileSync(join(root, file), 'utf8')]);
}

/** The uses in a source. Each text in a file that knows messages may be a key: tables of keys are uses, too. */
export function usesIn(file: string, text: string): Use[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const uses: Use[] = [];
  const visit = (node: ts.Node) => {
    const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isCallExpression(node) && node.expression.getText() === 'say') {
      const [key, values] = node.arguments;
      const pattern = key && patternOf(key);
      const names = values === undefined ? [] : namesOf(values);
      if (pattern) uses.push({ key: pattern, place, ...(names && { values: names }) });
    } else if (ts.isStringLiteral(node) || ts.isTemplateExpression(node)) {
      const pattern = patternOf(node);
      if (pattern) uses.push({ key: pattern, place });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** A text, or one with holes; undefined for anything else, and for a text that is all hole. */
function patternOf(node: ts.Node): RegExp | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return exactly([node.text]);
  if (!ts.isTemplateExpression(node) || !/^[\w-]+\./.test(node.head.text)) return undefined;
  return exactly([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]);
}

function exactly(pieces: string[]): RegExp {
  return new RegExp(`^${pieces.map((piece) => RegExp.escape(piece)).join('[^.]+')}$`);
}

/** The names of an object's members; undefined if the code does not list them here. */
function namesOf(node: ts.Node): string[] | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.map((property) => property.name?.getText() ?? '');
}
