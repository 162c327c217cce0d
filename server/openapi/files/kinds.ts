import { isMethod } from '../operations.ts';
import { holdNamed, holdSchemas } from '../schema-keywords.ts';

/** What a node of a document is, by where it stands; `other` where that makes no difference. */
export type Kind =
  | 'root'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'callback'
  | 'requestBody'
  | 'response'
  | 'parameter'
  | 'header'
  | 'mediaType'
  | 'encoding'
  | 'schema'
  | 'example'
  | 'link'
  | 'securityScheme'
  | 'other';

/** What a key of a node holds: one of a kind, a list of them, or some by name. */
export interface Holds {
  kind: Kind;
  as: 'one' | 'list' | 'named';
}

const one = (kind: Kind): Holds => ({ kind, as: 'one' });
const list = (kind: Kind): Holds => ({ kind, as: 'list' });
const named = (kind: Kind): Holds => ({ kind, as: 'named' });

/** The sections of components, by what they hold. */
const sections: Partial<Record<Kind, string>> = {
  schema: 'schemas',
  response: 'responses',
  parameter: 'parameters',
  example: 'examples',
  requestBody: 'requestBodies',
  header: 'headers',
  securityScheme: 'securitySchemes',
  link: 'links',
  callback: 'callbacks',
};

export const kindsWithSection = Object.keys(sections) as Kind[];

/** The way to where a document keeps what is used more than once; undefined for what has no such place. */
export function findSection(kind: Kind, isSwagger: boolean): string[] | undefined {
  if (!isSwagger) return sections[kind] === undefined ? undefined : ['components', sections[kind]];
  if (kind === 'schema') return ['definitions'];
  return kind === 'parameter' || kind === 'response' ? [sections[kind] as string] : undefined;
}

const table: Partial<Record<Kind, Record<string, Holds>>> = {
  root: {
    paths: named('pathItem'),
    webhooks: named('pathItem'),
    components: one('components'),
    definitions: named('schema'),
    parameters: named('parameter'),
    responses: named('response'),
  },
  components: {
    ...Object.fromEntries(Object.entries(sections).map(([kind, section]) => [section, named(kind as Kind)])),
    pathItems: named('pathItem'),
    mediaTypes: named('mediaType'),
  },
  pathItem: { parameters: list('parameter'), additionalOperations: named('operation') },
  operation: {
    parameters: list('parameter'),
    requestBody: one('requestBody'),
    responses: named('response'),
    callbacks: named('callback'),
  },
  requestBody: { content: named('mediaType') },
  response: { headers: named('header'), content: named('mediaType'), links: named('link'), schema: one('schema') },
  parameter: { schema: one('schema'), content: named('mediaType'), examples: named('example') },
  header: { schema: one('schema'), content: named('mediaType'), examples: named('example') },
  mediaType: {
    schema: one('schema'),
    itemSchema: one('schema'),
    examples: named('example'),
    encoding: named('encoding'),
  },
  encoding: { headers: named('header') },
};

/** What a key of a node of some kind holds. */
export function holdsOf(kind: Kind, key: string): Holds {
  if (kind === 'callback') return one('pathItem');
  if (kind === 'pathItem' && isMethod(key)) return one('operation');
  if (kind !== 'schema') return table[kind]?.[key] ?? one('other');
  if (holdNamed.has(key)) return named('schema');
  return holdSchemas.has(key) ? one('schema') : one('other');
}
