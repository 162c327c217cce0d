import type { SchemeFacts } from '../../wire/credentials.ts';
import type { Encoding } from '../../wire/write-body.ts';
import type { DocsData, FlowData, HookFacts, HookLine, LinkData, SectionRef, ServerData } from './operation-aside.ts';
import type { ApiServer, FileData, SampleData } from './operation-means.ts';
import type { OperationVersions } from './operation-versions.ts';

/**
 * Data of an endpoint's page: built once per operation and language, and used by the page and its console. Every `description` is
 * HTML, rendered from the document's Markdown and safe to insert (see Prose.tsx).
 */
export interface OperationData {
  /**
   * The API; `basePath` is the path under which its operations are served, `lang` the language of its texts where they are not in
   * that of the page, `servers` where its readers may call it, if that is not only the sandbox.
   */
  api: {
    slug: string;
    title: string;
    version: string;
    isPlatform: boolean;
    basePath: string;
    lang?: string;
    servers?: ApiServer[];
  };
  /** The operationId. */
  id: string;
  /** The last segment of the page's address. */
  slug: string;
  /** The section of the API's overview that lists it. */
  section?: SectionRef;
  /** Whether it lists records, for all that the sandbox can tell. */
  isList?: boolean;
  /** Upper case. */
  method: string;
  /** The path template from the document, below `api.basePath`. */
  path: string;
  summary: string;
  description: string;
  deprecated: boolean;
  tags: string[];
  /** What the document says of all operations of its path. */
  aboutPath?: string;
  docs?: DocsData;
  /** Where it is served, if the document says so for this operation or its path. */
  servers?: ServerData[];
  /** The callbacks that it leads to, each with a page. */
  callbacks?: HookLine[];
  /** Of a webhook or callback, which the API sends instead of answering: `path` is empty or the expression, and there are no samples. */
  hook?: HookFacts;
  /** The same operation in all versions of the API, if there are several. */
  versions?: OperationVersions;
  parameters: ParameterData[];
  requestBody?: { description: string; required: boolean; content: Record<string, MediaTypeData> };
  /** By status: `201`, `4XX`, `default`. */
  responses: Record<string, ResponseData>;
  /** Alternatives; each is a set of schemes that are required together. Empty: no credentials required. */
  security: SecurityData[][];
  /**
   * Every component schema reachable from this operation, by name; `$ref` is always `#/components/schemas/<name>`. On a page, those
   * of which its HTML shows nothing are missing or have only a head: the whole ones are at the address of the API plus `.schemas.json`.
   */
  schemas: Record<string, Schema>;
  /** On a page: the HTML ids of the nested fields and variants whose own fields are in the HTML. */
  places?: string[];
  samples: SampleData[];
}

export interface ParameterData {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  description: string;
  required: boolean;
  deprecated: boolean;
  /** The document's style, or the default of the location. */
  style: string;
  explode: boolean;
  allowReserved: boolean;
  schema: Schema;
  /** Undefined if the document has none and the parameter is optional. */
  example?: unknown;
  /** The document's named examples. */
  examples?: Record<string, ExampleData>;
  /** For a parameter with `content`: the media type of its value. */
  mediaType?: string;
}

/** A named example: a value, or the address of one, which is not fetched. */
export interface ExampleData {
  /** Its name if the document has no summary. */
  summary: string;
  description: string;
  value?: unknown;
  /** How the value is sent, where the document says so beside it. */
  serialized?: string;
  externalValue?: string;
}

export interface MediaTypeData {
  schema?: Schema;
  /** Of a stream: the schema of each item; `schema` is then that of them all, if the document has it. */
  itemSchema?: Schema;
  /** The document's first example, or one generated from the schema. */
  example: unknown;
  /** The document's named examples. */
  examples?: Record<string, ExampleData>;
  /** Per property of a form body, as in OpenAPI. */
  encoding?: Encoding;
  /** The properties of a form body that are files; `example` has no value for them. */
  files?: Record<string, FileData>;
}

export interface ResponseData {
  description: string;
  headers: Record<
    string,
    { description: string; required: boolean; deprecated: boolean; schema: Schema; example?: unknown }
  >;
  content: Record<string, MediaTypeData>;
  links?: LinkData[];
}

/** A scheme of the document; `scheme` is in lower case. */
export interface SecurityData extends SchemeFacts {
  /** The scheme's name in the document. */
  name: string;
  scopes: string[];
  description: string;
  bearerFormat?: string;
  openIdConnectUrl?: string;
  flows?: FlowData[];
}

/** What the document says of a value of an enum; `text` is HTML. */
export interface EnumText {
  value: unknown;
  name?: string;
  text?: string;
}

/** JSON Schema 2020-12 as in OpenAPI 3.1, with descriptions as HTML. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  enumTexts?: EnumText[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  example?: unknown;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema | boolean;
  prefixItems?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  not?: Schema;
  discriminator?: { propertyName: string; mapping?: Record<string, string>; defaultMapping?: string };
  readOnly?: boolean;
  writeOnly?: boolean;
  deprecated?: boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
  contentEncoding?: string;
  contentMediaType?: string;
  xml?: {
    name?: string;
    namespace?: string;
    prefix?: string;
    attribute?: boolean;
    wrapped?: boolean;
    nodeType?: string;
  };
  externalDocs?: { url?: string; description?: string };
  /** Of a schema whose parts are not in the page's data: its type in short, and whether fields are among them. */
  'x-head'?: { label: string; hasFields: boolean };
  [keyword: string]: unknown;
}
