/**
 * What an endpoint's page knows: made once per operation and language when the portal is built, read by the page and by its
 * console. Every `description` is HTML, already made from the document's Markdown and safe to insert (see Prose.tsx).
 */
export interface OperationData {
  /** The API; `basePath` is where this operation is served. */
  api: { slug: string; title: string; version: string; isPlatform: boolean; basePath: string };
  /** The operationId. */
  id: string;
  /** The last part of the page's address. */
  slug: string;
  /** Upper case. */
  method: string;
  /** As in the document, with `{names}` in braces, under `api.basePath`. */
  path: string;
  summary: string;
  description: string;
  deprecated: boolean;
  tags: string[];
  parameters: ParameterData[];
  requestBody?: { description: string; required: boolean; content: Record<string, MediaTypeData> };
  /** By status: `201`, `4XX`, `default`. */
  responses: Record<string, ResponseData>;
  /** Alternatives; each is a set of schemes that go together. Empty: no credentials are asked. */
  security: SecurityData[][];
  /** Every component schema that is reached from here, by name; inside, `$ref` is always `#/components/schemas/<name>`. */
  schemas: Record<string, Schema>;
  samples: SampleData[];
}

export interface ParameterData {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  description: string;
  required: boolean;
  deprecated: boolean;
  /** The document's, or the default of the place. */
  style: string;
  explode: boolean;
  allowReserved: boolean;
  schema: Schema;
  /** Absent when the document gives none and the parameter may stay empty. */
  example?: unknown;
  /** For a parameter that is written as `content`: how its value is serialised. */
  mediaType?: string;
}

export interface MediaTypeData {
  schema?: Schema;
  /** Always one: the document's first, or one made from the schema. */
  example: unknown;
  /** The document's named examples, when it has several. */
  examples?: Record<string, { summary: string; description: string; value: unknown }>;
  /** Per property of a form body, as in OpenAPI. */
  encoding?: Record<string, { contentType?: string; style?: string; explode?: boolean }>;
}

export interface ResponseData {
  description: string;
  headers: Record<
    string,
    { description: string; required: boolean; deprecated: boolean; schema: Schema; example?: unknown }
  >;
  content: Record<string, MediaTypeData>;
}

export interface SecurityData {
  /** The scheme's name in the document. */
  name: string;
  type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** For `http`: `basic`, `bearer`, lower case. */
  scheme?: string;
  /** For `apiKey`. */
  in?: 'header' | 'query' | 'cookie';
  parameterName?: string;
  /** What goes by this scheme, where it is not the key. */
  credential?: 'oauth_client';
  scopes: string[];
  description: string;
}

export interface SampleData {
  id: string;
  label: string;
  /** As CodeView names it. */
  language: string;
  /** With `{{origin}}` where the portal's address goes, and `{{key}}` or `{{client}}` where the credential goes (see sample-code.ts). */
  code: string;
}

/** JSON Schema 2020-12 as OpenAPI 3.1 uses it, with descriptions as HTML. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
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
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
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
  [keyword: string]: unknown;
}
