import type { Schema } from '../../openapi/document-types.ts';
import { resolve } from '../../openapi/resolve.ts';
import { docComment } from '../doc-comment.ts';
import { propertyName } from '../names.ts';
import type { AnySchema, TypeScope } from './type-model.ts';
import { union } from './type-text.ts';

type Write = (inner: AnySchema | undefined) => string;

/** An object's properties, each with its description, and what else it may have. */
export function typeOfObject(scope: TypeScope, schema: Schema, write: Write): string {
  const required = new Set(schema.required);
  const shown = Object.entries(schema.properties ?? {}).filter(([, property]) => isShown(scope, property));
  const lines = shown.map(([name, property]) => {
    const type = write(property).replaceAll('\n', '\n  ');
    const mark = required.has(name) ? '' : '?';
    return { type, text: `${commentOf(scope, property)}  ${propertyName(name)}${mark}: ${type};\n` };
  });
  // A name may be required without being described.
  const undescribed = [...required].filter(
    (name) => !Object.hasOwn(schema.properties ?? {}, name) && schema.properties,
  );
  for (const name of undescribed) lines.push({ type: 'unknown', text: `  ${propertyName(name)}: unknown;\n` });
  const others = othersOf(schema, write);
  if (lines.length === 0) return others === undefined ? 'Record<string, unknown>' : `{ [name: string]: ${others} }`;
  // The properties must fit what all names have.
  const index =
    others === undefined
      ? ''
      : `  [name: string]: ${fitting(
          others,
          lines.map(({ type }) => type),
        )};\n`;
  return `{\n${lines.map(({ text }) => text).join('')}${index}}`;
}

function fitting(others: string, types: string[]): string {
  if (others === 'unknown') return 'unknown';
  // Types of several lines are not worth repeating.
  return types.some((type) => type.includes('\n')) ? 'unknown' : union([others, ...types, 'undefined']);
}

/** The type of the properties that are not named; undefined if the schema says nothing of them. */
function othersOf(schema: Schema, write: Write): string | undefined {
  const patterns = Object.values((schema.patternProperties ?? {}) as Record<string, AnySchema>);
  const { additionalProperties: others } = schema;
  const types = [...patterns, ...(others === undefined || others === false ? [] : [others])].map(write);
  return types.length > 0 ? union(types) : undefined;
}

function isShown({ document, direction }: TypeScope, property: AnySchema): boolean {
  if (typeof property !== 'object') return true;
  const { readOnly, writeOnly } = { ...tryResolve(document, property), ...property } as Schema;
  return direction === 'request' ? !readOnly : !writeOnly;
}

function tryResolve(document: TypeScope['document'], property: Schema): Schema {
  try {
    return resolve<Schema>(document, property);
  } catch {
    return property;
  }
}

function commentOf({ document }: TypeScope, property: AnySchema): string {
  if (typeof property !== 'object') return '';
  const described = property.description ?? (property.$ref ? undefined : property.title);
  const said = described ?? (property.$ref ? tryResolve(document, property).description : undefined);
  const { deprecated, default: byDefault, format } = property;
  const notes = [
    byDefault === undefined ? '' : `@default ${JSON.stringify(byDefault)}`,
    format && format !== 'binary' ? `@format ${format}` : '',
    deprecated ? '@deprecated' : '',
  ];
  return docComment([said, notes.filter(Boolean).join('\n')], '  ');
}
