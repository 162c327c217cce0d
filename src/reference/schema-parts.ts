import type { Schema } from '../documents/operation-data.ts';
import { nameOfRef, type Schemas, typesOf, variantsOf, viewSchema } from './schema-view.ts';

export type Direction = 'request' | 'response';

export interface PropertyPart {
  /** Undefined for additional properties. */
  name: string | undefined;
  schema: Schema;
  required: boolean;
}

export interface VariantPart {
  schema: Schema;
  /** The discriminator value that selects it. */
  chosenBy?: string;
}

/** The parts of a schema. */
export interface Parts {
  /** Several for a tuple. */
  items: Schema[];
  properties: PropertyPart[];
  variants: VariantPart[];
}

/** Lists the parts of a schema from viewSchema, without read-only parts in requests and write-only parts in responses. */
export function partsOf(schema: Schema, schemas: Schemas, direction: Direction): Parts {
  const hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
  const properties: PropertyPart[] = Object.entries(schema.properties ?? {})
    .filter(([, property]) => !viewSchema(property, schemas).schema[hidden])
    .map(([name, property]) => ({ name, schema: property, required: schema.required?.includes(name) ?? false }));
  const others = schema.additionalProperties;
  if (typeof others === 'object' && Object.keys(others).length > 0)
    properties.push({ name: undefined, schema: others, required: false });

  const items = typesOf(schema).includes('array') ? [...(schema.prefixItems ?? []), schema.items] : [];
  const variants = variantsOf(schema).map((variant) => ({
    schema: variant,
    ...chosenBy(schema.discriminator, variant),
  }));
  return {
    items: items.filter((item): item is Schema => typeof item === 'object'),
    properties,
    variants: variants.some((variant) => hasParts(variant.schema, schemas, direction)) ? variants : [],
  };
}

/** Whether a schema has parts beyond its own type. */
export function hasParts(schema: Schema, schemas: Schemas, direction: Direction, depth = 0): boolean {
  const { schema: shown } = viewSchema(schema, schemas);
  if (shown['x-head']) return shown['x-head'].hasParts;
  if (Object.keys(shown.properties ?? {}).length > 0 || typeof shown.additionalProperties === 'object') return true;
  if (depth > 3) return false;
  const inner = [...(shown.prefixItems ?? []), shown.items, ...variantsOf(shown)];
  return inner.some((part) => typeof part === 'object' && hasParts(part, schemas, direction, depth + 1));
}

/** The HTML id of a parameter. */
export function placeOfParameter(parameter: { in: string; name: string }): string {
  return `${parameter.in}-${parameter.name.replace(/[^\w-]+/g, '-')}`;
}

/** The prefix of the HTML ids of a body; its first media type has the plain one. */
export function placeOfMediaType(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

/** The HTML id of a property, below its parent's id. */
export function placeOfProperty(id: string, name: string | undefined): string {
  return `${id}.${(name ?? '*').replace(/[^\w*-]+/g, '-')}`;
}

/** The items of a list share the list's id, unless it is a tuple. */
export function placeOfItem(id: string, index: number, count: number): string {
  return count > 1 ? `${id}.${index + 1}` : id;
}

export function placeOfVariant(id: string, index: number): string {
  return `${id}.${index + 1}`;
}

function chosenBy(discriminator: Schema['discriminator'], { $ref }: Schema): { chosenBy?: string } {
  if (!discriminator || !$ref) return {};
  const { mapping = {}, propertyName } = discriminator;
  const value = Object.keys(mapping).find((key) => mapping[key] === $ref) ?? nameOfRef($ref);
  return { chosenBy: `${propertyName} = ${value}` };
}
