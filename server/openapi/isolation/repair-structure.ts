import { basename } from 'node:path';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import type { StructureFault } from '../check-structure.ts';
import { type Fault, pointerSegments } from '../faults.ts';
import { wordsOf } from '../operation-title.ts';
import { placeOfDocument } from '../place-of-document.ts';
import type { Source } from '../read-source.ts';
import { findVersion } from '../version-of.ts';
import type { Change } from './change-places.ts';

/** What a part of a document is read as, in spite of a fault; nothing where it is read without the part. */
export interface Repair extends Change {
  fault: Fault;
}

type Named = Record<string, unknown>;

/**
 * How a fault inside a part (an operation, a component) is repaired: by what was certainly meant, else by leaving out the key or the
 * item that has it. Undefined where that would say something else than the author does.
 */
export function findRepair(
  source: Source,
  found: StructureFault,
  part: readonly string[] | undefined,
): Repair | undefined {
  const { fault, pointer } = found;
  const place = pointerSegments(pointer);
  const value = find(source, place);
  const meant =
    findMeant(source, found, value) ??
    findMeantPath(source, place) ??
    findMeantSecurity(source, place, value) ??
    findMeantInfo(source, found);
  if (meant)
    return {
      place: meant.place ?? place,
      to: { value: meant.value },
      fault: { ...fault, remedy: meant.remedy ?? fault.remedy },
    };
  const key = place.at(-1) ?? '';
  // A parameter that is nowhere is none.
  const spared = key === 'in' && place.at(-2) !== 'properties' ? place.slice(0, -1) : place;
  return part && spared.length > part.length && !unspareable.has(key) ? { place: spared, fault } : undefined;
}

/** Without these, an operation would be open to others. */
const unspareable = new Set(['security']);

interface Meant {
  /** Where it is, if not at the fault itself. */
  place?: string[];
  value: unknown;
  remedy?: Texts;
}

/** What was certainly meant by a value that is wrong. */
function findMeant(source: Source, { pointer, keyword, params }: StructureFault, value: unknown): Meant | undefined {
  if (pointer === '/openapi' && findVersion(source.value)) return asText(`${findVersion(source.value)}.0`);
  if (keyword === 'type' && params.type === 'string' && /^(number|bigint|boolean)$/.test(typeof value))
    return asText(source.textAt(pointer) ?? String(value));
  const missing = keyword === 'required' && typeof params.missingProperty === 'string' ? params.missingProperty : '';
  const place = pointerSegments(pointer);
  if (place.at(-1) === 'type' && Array.isArray(value)) return asNullable(source, place, value);
  if (missing === 'description' && place.at(-2) === 'responses')
    return { value: { ...(value as Named), description: '' } };
  if (missing === 'paths' && place.length === 0) return { value: { ...(value as Named), paths: {} } };
  if (place[0] === 'paths' && place.length === 2 && !place[1]?.startsWith('/')) return withSlash(source, place[1]);
  if (missing === 'responses') return { value: { ...(value as Named), responses: anyResponse } };
  if (place.at(-1) === 'responses' && isEmpty(value)) return { value: anyResponse };
  if (missing === 'required') return { value: { ...(value as Named), required: true } };
  if (missing === 'schema') return { value: withSchema(value as Named) };
  return undefined;
}

/** Parameters of a path are always required; the schema of 3.0 says of those that are not that they would have to be elsewhere. */
function findMeantPath(source: Source, place: string[]): Meant | undefined {
  const own = place.slice(0, -1);
  const parameter = place.at(-1) === 'in' ? (find(source, own) as Named) : undefined;
  if (parameter?.in !== 'path' || parameter.required === true) return undefined;
  const remedy = say('documents.add', { missingProperty: 'required: true' });
  return { place: own, value: { ...parameter, required: true }, remedy };
}

/** A scheme by its name, or its requirement without the list around it. */
function findMeantSecurity(source: Source, place: string[], value: unknown): Meant | undefined {
  const at = place.lastIndexOf('security');
  if (at === -1 || at < place.length - 2) return undefined;
  const { components, securityDefinitions } = source.value as Record<string, Named | undefined>;
  const schemes = (components?.securitySchemes ?? securityDefinitions ?? {}) as Named;
  const isName = (name: unknown): name is string => typeof name === 'string' && Object.hasOwn(schemes, name);
  const asRequirement = (each: unknown) => (isName(each) ? { [each]: [] } : each);
  const isRequirement = (each: unknown) => typeof each === 'object' && each !== null && Object.keys(each).every(isName);
  const own = place.slice(0, at + 1);
  const requirements = [find(source, own)].flat().map(asRequirement);
  if (requirements.length === 0 || !requirements.every(isRequirement) || Array.isArray(value)) return undefined;
  return { place: own, value: requirements };
}

/** A document is named after its folder or file where it does not say what it is called. */
function findMeantInfo(source: Source, { pointer, params }: StructureFault): Meant | undefined {
  const { paths, webhooks } = Object(source.value) as Named;
  // Of a document that says nothing else, nothing can be served.
  if ([paths, webhooks].every((each) => Object.keys(Object(each)).length === 0)) return undefined;
  const title = wordsOf(basename(placeOfDocument(source.file).folder));
  const meant = new Map<string, unknown>([
    ['/info', { title, version: '0' }],
    ['/info/title', title],
    ['/info/version', '0'],
  ]);
  const missing = typeof params.missingProperty === 'string' ? params.missingProperty : undefined;
  const value = meant.get(missing === undefined ? pointer : `${pointer}/${missing}`);
  if (value === undefined) return undefined;
  return {
    value: missing === undefined ? value : { ...(find(source, pointerSegments(pointer)) as Named), [missing]: value },
  };
}

/** Types of 3.1 in a document of 3.0: `[string, "null"]`. */
function asNullable(source: Source, place: string[], types: unknown[]): Meant | undefined {
  const own = place.slice(0, -1);
  const [type, ...others] = types.filter((each) => each !== 'null');
  if (type === undefined || others.length > 0) return undefined;
  const remedy = say('documents.write-nullable', { type });
  return { place: own, value: { ...(find(source, own) as Named), type, nullable: true }, remedy };
}

/** `version: 1.0` is the text that stands there, not the number 1. */
function asText(text: string): Meant {
  return { value: text, remedy: say('documents.read-as-text', { text }) };
}

/** Every path begins with a slash (OpenAPI 3.1, Paths Object); those without one are all read with it. */
function withSlash(source: Source, path = ''): Meant | undefined {
  const paths = find(source, ['paths']) as Named;
  const nameOf = (name: string) =>
    name.startsWith('/') || name.startsWith('x-') || Object.hasOwn(paths, `/${name}`) ? name : `/${name}`;
  if (nameOf(path) === path) return undefined;
  const renamed = Object.fromEntries(Object.entries(paths).map(([name, item]) => [nameOf(name), item]));
  return { place: ['paths'], value: renamed, remedy: say('documents.begin-with-slash', { path }) };
}

const anyResponse = { default: { description: '' } };

/** Keys of parameters and headers; others that stand there were meant for the schema, as in Swagger 2.0. */
const ofParameter = new Set(
  'name,in,description,required,deprecated,allowEmptyValue,style,explode,allowReserved,example,examples,content'.split(
    ',',
  ),
);

function withSchema(parameter: Named): Named {
  const isOwn = ([key]: [string, unknown]) => ofParameter.has(key) || key.startsWith('x-');
  const [own, ofSchema] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(parameter).filter((entry) => isOwn(entry) === wanted)),
  );
  return { ...own, schema: ofSchema };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function find(source: Source, place: readonly string[]): unknown {
  let node: unknown = source.value;
  for (const name of place) node = (node as Named | undefined)?.[name];
  return node;
}
