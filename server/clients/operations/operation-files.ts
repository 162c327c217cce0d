import type { ServedApi } from '../../plan/served-api.ts';
import { docComment } from '../doc-comment.ts';
import { printValue } from '../print-value.ts';
import type { PageDescription } from '../runtime/description.ts';
import type { SchemaTypes } from '../schemas/schema-types.ts';
import type { NamedOperation } from './named-operation.ts';
import { describeOperation } from './operation-code.ts';
import { declareOperation } from './operation-types.ts';

/** `operations.js`: each operation as a constant that bundlers can leave out. */
export function writeOperationCode(api: ServedApi, named: NamedOperation[]): string {
  const described = named.map((each) => ({ ...each, description: describeOperation(api, each) }));
  const shared = sharePages(described.flatMap(({ description }) => description.page ?? []));
  const constants = [...shared].map(([page, name]) => `const ${name} = ${page};\n`);
  const operations = described.map(({ name, operation, description }) => {
    const { page, ...others } = description;
    const reference = page && shared.get(printValue(page));
    // A name is no value: it is written in the place of a text that stands for it.
    const value = reference ? { ...others, page: placeholder } : { ...others, page };
    // The width of what stands before it counts.
    const text = printValue(value, '', 45 + name.length).replace(`'${placeholder}'`, reference ?? '');
    const comment = docComment([operation.operation.summary]);
    return `${comment}export const ${name} = /* @__PURE__ */ operation(${text});\n`;
  });
  if (operations.length === 0) return 'export {};\n';
  return [`import { operation } from './runtime/operation.js';\n`, ...constants, ...operations].join('\n');
}

const placeholder = '<the pages of the list>';

/** Names for the descriptions that several lists share. */
function sharePages(pages: PageDescription[]): Map<string, string> {
  const texts = Map.groupBy(
    pages.map((page) => printValue(page)),
    (text) => text,
  );
  const shared = [...texts].filter(([, all]) => all.length > 1);
  return new Map(shared.map(([text], index) => [text, `$page${index === 0 ? '' : index + 1}`]));
}

const importedTypes = [
  'Binary',
  'Client',
  'ListOperation',
  'NegotiatedListOperation',
  'NegotiatedOperation',
  'Operation',
  'RequestOptions',
];

/** `operations.d.ts`: the declarations of all operations, and `types.d.ts`: those of the schemas. */
export function writeOperationTypes(
  types: SchemaTypes,
  named: NamedOperation[],
): { operations: string; schemas: string } {
  const operations = named.map((each) => declareOperation(types, each)).join('\n');
  const schemas = types.declare();
  const [used, inSchemas] = [wordsOf(operations), wordsOf(schemas)];
  const shared = importedTypes.filter((name) => used.has(name));
  const own = types.names().filter((name) => used.has(name));
  const imports = [
    shared.length > 0 ? `import type { ${shared.join(', ')} } from './runtime/client-types.js';\n` : '',
    used.has('ClientError') ? `import type { ClientError } from './runtime/result-types.js';\n` : '',
    own.length > 0 ? `import type {\n${own.map((name) => `  ${name},\n`).join('')}} from './types.js';\n` : '',
  ];
  const binary = inSchemas.has('Binary') ? `import type { Binary } from './runtime/client-types.js';\n\n` : '';
  return {
    operations: `${imports.join('')}\n${operations || 'export {};\n'}`,
    schemas: binary + (schemas || 'export {};\n'),
  };
}

/** The names in a text, but for those in comments and quotes. */
function wordsOf(text: string): Set<string> {
  const code = text.replace(/\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'/g, ' ');
  return new Set(code.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
}
