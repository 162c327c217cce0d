import { isUtf8 } from 'node:buffer';
import type { SentFile } from '../../dialect/formats/sent-file.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';

type Files = Record<string, SentFile[]>;
type Fact = (file: SentFile) => string | number | undefined;

/** Property names of records, in lower case without punctuation, and what they say of a file. */
const meanings: [RegExp, 'string' | 'number', Fact][] = [
  [
    /^((original|display)?(file)?name|nome(do)?arquivo|nombre(del)?archivo|nome|nombre)$/,
    'string',
    ({ name }) => name || undefined,
  ],
  [
    /^(size|bytes|length|(file|byte)size|contentlength|size(in)?bytes|tamanho|tamano)$/,
    'number',
    ({ bytes }) => bytes.length,
  ],
  [/^((content|mime|media|file)type|mime)$/, 'string', ({ type }) => type.split(';')[0]],
  [/^(text|content|body|texto|conteudo|contenido|markdown|source)$/, 'string', textOf],
];

/** Files as properties of a record: an object or list where its schema has one, else the file's name. */
export function filesAsFields(document: OpenApiDocument, schema: Schema | undefined, files: Files): RecordBody {
  const { properties } = shapeOf(document, schema);
  const fields = Object.entries(files).filter(([name]) => name !== '');
  return Object.fromEntries(
    fields.map(([name, all]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      const { types, items } = shapeOf(document, property);
      if (types.has('array')) return [name, all.map((file) => asField(document, items, file))];
      const values = all.map((file) => asField(document, property, file));
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function asField(document: OpenApiDocument, schema: Schema | undefined, file: SentFile): unknown {
  const { types, properties } = shapeOf(document, schema);
  if (types.has('object')) return factsAbout(document, properties, file);
  // Where no schema says otherwise, all that is known.
  return schema ? file.name : { name: file.name, size: file.bytes.length, type: file.type };
}

/** What the other properties of a record say of the only file that was sent, unless the caller has set them. */
export function factsOfFile(
  document: OpenApiDocument,
  schema: Schema | undefined,
  { files, body }: { files: Files; body: unknown },
): RecordBody {
  const [file, ...others] = Object.values(files).flat();
  if (!file || others.length > 0) return {};
  const sent = typeof body === 'object' && body !== null ? body : {};
  const { properties } = shapeOf(document, schema);
  const open = Object.entries(properties).filter(([name]) => !Object.hasOwn(sent, name));
  return factsAbout(document, Object.fromEntries(open), file);
}

function factsAbout(document: OpenApiDocument, properties: Record<string, Schema>, file: SentFile): RecordBody {
  const facts: RecordBody = {};
  for (const [name, property] of Object.entries(properties)) {
    const plain = name.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
    const [, kind, fact] = meanings.find(([pattern]) => pattern.test(plain)) ?? [];
    const { types } = shapeOf(document, property);
    const fits = kind === 'number' ? types.has('integer') || types.has('number') : types.has('string');
    const value = fact && fits ? fact(file) : undefined;
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}

/** Only what is sent as text is a record's text. */
function textOf({ name, type, bytes }: SentFile): string | undefined {
  return name === '' && type.startsWith('text/') && isUtf8(bytes) ? bytes.toString() : undefined;
}
