import type { OpenApiDocument } from '../../server/openapi/document-types.ts';
import { findByPointer } from '../../server/openapi/resolve.ts';
import { changeParts } from '../../server/openapi/schema-keywords.ts';
import type { Schema } from '../../src/documents/operation-data.ts';
import { childrenOf } from './discriminator-children.ts';
import { enumTexts, readDocs } from './schema-texts.ts';

const componentSchemas = '#/components/schemas/';
/** Keywords without constraints, and definitions, which are read when referenced. */
const leftOut = new Set(['$schema', '$id', '$comment', '$defs', 'definitions']);

type Discriminator = NonNullable<Schema['discriminator']>;

interface ReadSchema {
  schema: Schema;
  references: Set<string>;
}

/** Converts the schemas of one document for display; a component schema is read once, however many operations use it. */
export interface SchemaReader {
  /** Reads a schema of an operation and collects the names of the component schemas it refers to. */
  read(schema: unknown, references: Set<string>): Schema;
  /** Returns every component schema reachable from these names, by name. */
  collect(references: Set<string>): Record<string, Schema>;
}

export function createSchemaReader(document: OpenApiDocument, render: (markdown: string) => string): SchemaReader {
  const components = new Map<string, ReadSchema>();
  const pointers = new Map<string, string>();

  function nameOf(reference: string): string {
    const name = nameOfReference(reference);
    pointers.set(name, reference);
    return name;
  }

  function read(node: unknown, references: Set<string>): Schema {
    if (node === false) return { not: {} };
    if (typeof node !== 'object' || node === null) return {};
    const schema: Schema = {};
    for (const [key, value] of Object.entries(node)) {
      if (leftOut.has(key) || key.startsWith('x-')) continue;
      schema[key] = readKeyword(key, value, references);
    }
    const texts = enumTexts(node as Record<string, unknown>, render);
    return texts.length > 0 ? { ...schema, enumTexts: texts } : schema;
  }

  function readKeyword(key: string, value: unknown, references: Set<string>): unknown {
    if (key === '$ref') {
      const name = nameOf(String(value));
      references.add(name);
      return componentSchemas + name;
    }
    if (key === 'description') return render(String(value));
    if (key === 'externalDocs') return readDocs(value);
    if (key === 'discriminator') return readDiscriminator(value as Discriminator, references);
    // Boolean schemas are preserved.
    return typeof value === 'boolean' ? value : changeParts(key, value, (part) => read(part, references));
  }

  /** A mapping value is a schema name or a reference; convert both to references. */
  function readDiscriminator(discriminator: Discriminator, references: Set<string>): Discriminator {
    const toPointer = (target: string) => {
      const name = target.startsWith('#') ? nameOf(target) : target;
      references.add(name);
      return componentSchemas + name;
    };
    const { mapping, defaultMapping } = discriminator;
    return {
      ...discriminator,
      ...(mapping && {
        mapping: Object.fromEntries(Object.entries(mapping).map(([value, target]) => [value, toPointer(target)])),
      }),
      ...(defaultMapping !== undefined && { defaultMapping: toPointer(defaultMapping) }),
    };
  }

  /** Adds to the mapping of a base schema the schemas that extend it. */
  function withChildren(reference: string, schema: unknown): unknown {
    const { discriminator, oneOf, anyOf } = (schema ?? {}) as {
      discriminator?: Discriminator;
      oneOf?: unknown;
      anyOf?: unknown;
    };
    if (!discriminator || oneOf || anyOf) return schema;
    const { mapping = {} } = discriminator;
    const isMapped = (name: string) =>
      [name, componentSchemas + name].some((target) => Object.values(mapping).includes(target));
    const children = (childrenOf(document).get(reference) ?? []).filter((name) => !isMapped(name));
    if (children.length === 0) return schema;
    const implied = Object.fromEntries(children.map((name) => [name, componentSchemas + name]));
    return { ...(schema as object), discriminator: { ...discriminator, mapping: { ...mapping, ...implied } } };
  }

  function component(name: string): ReadSchema {
    const known = components.get(name);
    if (known) return known;
    const references = new Set<string>();
    const reference = pointers.get(name) ?? componentSchemas + name;
    const source = withChildren(reference, findByPointer(document, reference));
    const made = { schema: read(source, references), references };
    components.set(name, made);
    return made;
  }

  function collect(references: Set<string>): Record<string, Schema> {
    const collected: Record<string, Schema> = {};
    const waiting = [...references];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (Object.hasOwn(collected, name)) continue;
      const { schema, references: further } = component(name);
      collected[name] = schema;
      waiting.push(...further);
    }
    return collected;
  }

  return { read, collect };
}

/** A component schema keeps its name; any other reference is named after its pointer. */
function nameOfReference(reference: string): string {
  const pointer = decodeURIComponent(reference);
  const way = pointer.startsWith(componentSchemas)
    ? pointer.slice(componentSchemas.length)
    : pointer.replace(/^#\//, '');
  return way.replaceAll('~1', '/').replaceAll('~0', '~').replaceAll('/', '.');
}
