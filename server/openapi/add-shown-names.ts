import type { Schema } from './document-types.ts';
import { findByPointer } from './resolve.ts';
import { typesOfExample } from './schema-of-example.ts';
import { walkNodes } from './walk-nodes.ts';

type Named = Record<string, unknown>;

/**
 * Adds to a response whose schema allows no other names those that its own examples show: `response_metadata` with the mark of the next
 * page, which the schema has forgotten. Without it, a client that follows the example would see one page.
 */
export function addShownNames(document: Named): void {
  walkNodes(document, (node, path) => {
    if (path.at(-2) !== 'content' || !path.includes('responses') || !isNamed(node.schema)) return;
    const written = node.schema as Schema;
    const schema = written.$ref ? (findByPointer(document, written.$ref) as Schema | undefined) : written;
    if (!isNamed(schema) || schema.additionalProperties !== false || !isNamed(schema.properties)) return;
    for (const value of examplesOf(document, node).filter(isNamed))
      for (const [name, shown] of Object.entries(value))
        if (!Object.hasOwn(schema.properties, name)) schema.properties[name] = typesOfExample(shown);
  });
}

/** The examples of a media type. */
export function examplesOf(document: Named, { example, examples }: Named): unknown[] {
  const named = isNamed(examples) ? Object.values(examples) : [];
  const values = named.map((each) => {
    const { $ref, value } = isNamed(each) ? each : {};
    return typeof $ref === 'string' ? (findByPointer(document, $ref) as Named | undefined)?.value : value;
  });
  return [example, ...values].filter((value) => value !== undefined);
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
