import type { OpenApiDocument } from '../../server/openapi/document-types.ts';
import { findByPointer } from '../../server/openapi/resolve.ts';
import { changeParts } from '../../server/openapi/schema-keywords.ts';
import type { Schema } from '../../src/documents/operation-data.ts';

const componentSchemas = '#/components/schemas/';
/** Keywords without constraints, and definitions, which are read when referenced. */
const leftOut = new Set(['externalDocs', '$schema', '$id', '$comment', '$defs', 'definitions']);

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
    return schema;
  }

  function readKeyword(key: string, value: unknown, references: Set<string>): unknown {
    if (key === '$ref') {
      const name = nameOf(String(value));
      references.add(name);
      return componentSchemas + name;
    }
    if (key === 'description') return render(String(value));
    if (key === 'discriminator') return readDiscriminator(value as { mapping?: Record<string, string> }, references);
    // Boolean schemas are preserved.
    return typeof value === 'boolean' ? value : changeParts(key, value, (part) => read(part, references));
  }

  /** A mapping value is a schema name or a reference; convert both to references. */
  function readDiscriminator(discriminator: { mapping?: Record<string, string> }, references: Set<string>) {
    if (!discriminator.mapping) return discriminator;
    const toPointer = (target: string) => {
      const name = target.startsWith('#') ? nameOf(target) : target;
      references.add(name);
      return componentSchemas + name;
    };
    const mapping = Object.entries(discriminator.mapping).map(([value, target]) => [value, toPointer(target)]);
    return { ...discriminator, mapping: Object.fromEntries(mapping) };
  }

  function component(name: string): ReadSchema {
    const known = components.get(name);
    if (known) return known;
    const references = new Set<string>();
    const source = findByPointer(document, pointers.get(name) ?? componentSchemas + name);
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
