import type { Schema } from '../documents/operation-data.ts';
import { nameOfRef, type Schemas, viewSchema } from './schema-view.ts';

/** The values of the discriminator that pick a variant: `kind = dog`; undefined if there are none. */
export function chosenBy(
  discriminator: Schema['discriminator'],
  variant: Schema,
  schemas: Schemas,
): string | undefined {
  if (!discriminator) return undefined;
  const { mapping = {}, propertyName, defaultMapping } = discriminator;
  const mapped = Object.keys(mapping).filter((value) => mapping[value] === variant.$ref);
  const values = mapped.length > 0 ? mapped : valuesIn(variant, propertyName, schemas);
  if (defaultMapping !== undefined && defaultMapping === variant.$ref) values.push('*');
  return values.length > 0 ? `${propertyName} = ${values.join(' | ')}` : undefined;
}

/** Without a mapping, a value is the variant's name; of a variant without one, what its own rules allow. */
function valuesIn(variant: Schema, propertyName: string, schemas: Schemas): string[] {
  if (variant.$ref !== undefined) return [nameOfRef(variant.$ref)];
  const { properties = {} } = viewSchema(variant, schemas).schema;
  if (!Object.hasOwn(properties, propertyName)) return [];
  const { schema } = viewSchema(properties[propertyName], schemas);
  const values = 'const' in schema ? [schema.const] : (schema.enum ?? []);
  return values.map(String);
}
