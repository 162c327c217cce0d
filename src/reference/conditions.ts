import type { Schema } from '../documents/operation-data.ts';
import type { Part } from './schema-parts.ts';

/** Whether it is neither `true`, `false` nor missing. */
export const isSchema = (schema: unknown): schema is Schema => typeof schema === 'object' && schema !== null;

/** What a schema asks for; undefined where it is `true` or `{}`, which is nothing. */
function askedBy(schema: unknown): Schema | undefined {
  if (isSchema(schema)) return Object.keys(schema).length > 0 ? schema : undefined;
  return schema === false ? { not: {} } : undefined;
}

/** What holds of a value only where something else does, and what it must not be. */
export function conditionsOf(schema: Schema): Part[] {
  const parts: Part[] = [];
  const { if: condition, then, else: otherwise, not } = schema as Record<string, unknown>;
  const [soThen, soElse] = [askedBy(then), askedBy(otherwise)];
  if (isSchema(condition) && (soThen || soElse)) {
    const name = soThen && describeCondition(condition);
    if (name === undefined) parts.push({ kind: 'if', schema: condition });
    if (soThen) parts.push({ kind: 'then', schema: soThen, ...(name !== undefined && { name }) });
    if (soElse) parts.push({ kind: 'else', schema: soElse });
  }
  for (const [name, required] of Object.entries((schema.dependentRequired ?? {}) as Record<string, string[]>))
    parts.push({ kind: 'with', name, schema: { required } });
  for (const [name, dependent] of Object.entries((schema.dependentSchemas ?? {}) as Record<string, unknown>)) {
    const asked = askedBy(dependent);
    if (asked) parts.push({ kind: 'with', name, schema: asked });
  }
  if (isSchema(not) && Object.keys(not).length > 0) parts.push({ kind: 'not', schema: not });
  return parts;
}

const ofSimple = new Set(['properties', 'required', 'type', 'title']);

/** A condition in a line, `mode = b, card`, where it only asks for values and fields; undefined otherwise. */
function describeCondition(schema: Schema): string | undefined {
  if (Object.keys(schema).some((keyword) => !ofSimple.has(keyword))) return undefined;
  const asked = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    if (typeof property !== 'object') return undefined;
    const isPlain = Object.keys(property).every((keyword) => ['const', 'enum', 'type'].includes(keyword));
    const values = 'const' in property ? [property.const] : property.enum;
    return isPlain && values ? `${name} = ${values.map((value) => asText(value)).join(' | ')}` : undefined;
  });
  if (asked.includes(undefined)) return undefined;
  const present = (schema.required ?? []).filter((name) => !Object.hasOwn(schema.properties ?? {}, name));
  const all = [...asked, ...present];
  return all.length > 0 ? all.join(', ') : undefined;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
