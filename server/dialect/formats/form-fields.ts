import { isJson } from '../../../wire/media-types.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { coerce, propertiesOf } from '../../openapi/coerce.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { branch, NameFault, put, Ready, stepsOf } from '../../openapi/nested-names.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { splitList } from '../../openapi/split-list.ts';
import { parseJsonBody } from '../bodies/json-body.ts';
import type { SchemaPlace } from './format.ts';

/** A field of a form. What is ready needs no schema: a file, or what its own media type says. */
export interface Field {
  name: string;
  value: string | Ready;
  /** The value as it was percent-encoded, if it was. */
  raw?: string;
}

type Root = ReturnType<typeof branch>;

const mostFields = 5_000;

/** Puts the fields of a form together as its schema and `encoding` say (OpenAPI 3.1, Encoding Object); refuses (400) what cannot be. */
export function joinFields(fields: Field[], place: SchemaPlace): unknown {
  if (fields.length > mostFields) throw invalidForm(say('form.too-many-fields', { pairs: mostFields }));
  const { document, schema, encoding = {} } = place;
  const properties = propertiesOf(document, schema);
  const exploded = explodedNames(document, properties, encoding);
  const root = branch();
  try {
    for (const field of fields) putField(root, field, { document, properties, encoding, exploded });
    return coerce(document, schema, root, { parseJson: parseJsonBody });
  } catch (error) {
    throw error instanceof NameFault ? invalidForm(error.texts) : error;
  }
}

interface Names {
  document: OpenApiDocument;
  properties: Record<string, Schema>;
  encoding: NonNullable<SchemaPlace['encoding']>;
  /** The names of what is inside an object of the style `form`, and the object's. */
  exploded: Map<string, string>;
}

function putField(root: Root, { name, value, raw }: Field, { document, properties, encoding, exploded }: Names): void {
  const owner = Object.hasOwn(properties, name) ? undefined : exploded.get(name);
  const [head = '', ...inner] = owner === undefined ? nestedName(name, properties) : [owner, name];
  const { types } = shapeOf(document, own(properties, head));
  const isList = types.has('array') && !types.has('object');
  const { contentType, style, explode } = own(encoding, head) ?? {};
  const isWhole = inner.length === 0 || (isList && inner.join() === '');
  const ready = typeof value === 'string' && isWhole && isJson(contentType) ? readJsonField(name, value) : value;
  if (typeof ready !== 'string') {
    const isItem = isList && !Array.isArray(ready.value);
    put(root, isItem && inner.length === 0 ? [head, ''] : [head, ...inner], ready);
    return;
  }
  const isJoined = explode === false || style === 'spaceDelimited' || style === 'pipeDelimited';
  if (!isJoined || !isWhole || !(isList || types.has('object'))) {
    put(root, [head, ...inner], ready);
    return;
  }
  const parts = splitList(style, ready, raw);
  if (isList && parts.length === 0) put(root, [head], new Ready([]));
  for (const [index, part] of parts.entries())
    if (isList) put(root, [head, ''], part);
    else if (index % 2 === 1) put(root, stepsOf(`${head}[${parts[index - 1]}]`, false), part);
}

/** A name that the document has is that; a dot nests in what it has. */
function nestedName(name: string, properties: Record<string, Schema>): string[] {
  if (Object.hasOwn(properties, name)) return [name];
  const [head = ''] = name.split('[');
  const [first = ''] = head.split('.');
  return stepsOf(name, !Object.hasOwn(properties, head) && Object.hasOwn(properties, first));
}

/** A caller's name may be that of what every object inherits. */
function own<T>(named: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

function explodedNames(
  document: OpenApiDocument,
  properties: Record<string, Schema>,
  encoding: Names['encoding'],
): Map<string, string> {
  return new Map(
    Object.entries(encoding).flatMap(([owner, { style, explode, allowReserved }]) => {
      const isStyled = (style ?? explode ?? allowReserved) !== undefined;
      if (!isStyled || (style ?? 'form') !== 'form' || explode === false) return [];
      const { types, properties: inner } = shapeOf(document, own(properties, owner));
      return types.has('object') ? Object.keys(inner).map((name) => [name, owner] as const) : [];
    }),
  );
}

/** A field that is JSON by its own media type. */
export function readJsonField(name: string, text: string): Ready {
  try {
    return new Ready(parseJsonBody(text));
  } catch (error) {
    throw error instanceof Refusal ? invalidForm(say('form.not-json', { name: name.slice(0, 40) })) : error;
  }
}

/** Refuses a body that cannot be read as a form. */
export function invalidForm(reason: Texts): Refusal {
  return new Refusal('invalid_form', say('form.unreadable', { reason }));
}
