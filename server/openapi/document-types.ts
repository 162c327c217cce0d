import type { PropertyEncoding } from '../../wire/write-body.ts';
import type { ExternalDocs, Link, OAuthFlow } from './document-parts.ts';

/** The parts of an OpenAPI 3.1 document that the portal and the sandbox read. */

interface Reference {
  $ref: string;
}

type Maybe<T> = T | Reference;

/** A JSON Schema 2020-12 object as OpenAPI 3.1 uses it; `true` and `false` are read as `{}` and `{not: {}}`. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  pattern?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  readOnly?: boolean;
  writeOnly?: boolean;
  deprecated?: boolean;
  title?: string;
  description?: string;
  [keyword: string]: unknown;
}

export interface Example {
  summary?: string;
  value?: unknown;
}

export interface MediaType {
  schema?: Schema;
  /** The range that a document declares, where this is the media type that a response of it has: `image/*`. */
  range?: string;
  /** OpenAPI 3.2: of each item, where the media type is a stream. */
  itemSchema?: Schema;
  /** Of a stream whose values are records: the list that it is. */
  listed?: Schema;
  example?: unknown;
  examples?: Record<string, Maybe<Example>>;
  encoding?: Record<string, Omit<PropertyEncoding, 'headers'> & { headers?: Record<string, Maybe<Header>> }>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  description?: string;
  required?: boolean;
  deprecated?: boolean;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  schema?: Schema;
  content?: Record<string, MediaType>;
  example?: unknown;
  examples?: Record<string, Maybe<Example>>;
}

export interface RequestBody {
  description?: string;
  required?: boolean;
  content: Record<string, MediaType>;
}

export type Header = Omit<Parameter, 'name' | 'in'>;

export interface Response {
  description?: string;
  headers?: Record<string, Maybe<Header>>;
  content?: Record<string, MediaType>;
  links?: Record<string, Maybe<Link>>;
}

export interface SecurityScheme {
  type: 'apiKey' | 'http' | 'mutualTLS' | 'oauth2' | 'openIdConnect';
  description?: string;
  scheme?: string;
  name?: string;
  in?: 'query' | 'header' | 'cookie';
  bearerFormat?: string;
  openIdConnectUrl?: string;
  flows?: Record<string, OAuthFlow>;
  /** The credential of this scheme if it is not the API key: an OAuth client's id and secret. */
  'x-credential'?: 'oauth_client';
  /** Of the portal's own API: the feature without which there is no such scheme. */
  'x-feature'?: string;
}

export type SecurityRequirement = Record<string, string[]>;

export interface OperationObject {
  operationId?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  tags?: string[];
  parameters?: Maybe<Parameter>[];
  requestBody?: Maybe<RequestBody>;
  responses?: Record<string, Maybe<Response>>;
  security?: SecurityRequirement[];
  servers?: Server[];
  externalDocs?: ExternalDocs;
  callbacks?: Record<string, Maybe<Record<string, PathItem>>>;
  /** The variable that a run of the whole collection needs to include this operation. */
  'x-only-with'?: string;
  /** Whether its body may be larger than others, and is received by its handler. */
  'x-large-body'?: boolean;
  /** What a collection stores from the response: properties, by the variables that later requests use. */
  'x-keeps'?: Record<string, string>;
  /** What a collection fills from variables: variables, by body properties. */
  'x-sends'?: Record<string, string>;
}

export interface Server {
  url: string;
  description?: string;
  /** OpenAPI 3.2. */
  name?: string;
  'x-name'?: string;
  variables?: Record<string, { default: string; enum?: string[]; description?: string }>;
}

export type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace' | 'query';

export type PathItem = Partial<Record<Method, OperationObject>> & {
  $ref?: string;
  summary?: string;
  description?: string;
  parameters?: Maybe<Parameter>[];
  servers?: Server[];
  /** OpenAPI 3.2: operations of other methods, such as LINK. */
  additionalOperations?: Record<string, OperationObject>;
};

export interface Tag {
  name: string;
  description?: string;
  /** OpenAPI 3.2, as the next two. */
  summary?: string;
  /** The name of the tag that it is below. */
  parent?: string;
  /** What it is for, such as `nav`, `badge` or `audience`. */
  kind?: string;
  externalDocs?: ExternalDocs;
  'x-displayName'?: string;
  'x-feature'?: string;
}

export interface OpenApiDocument {
  openapi: string;
  info: {
    title: string;
    version: string;
    description?: string;
    summary?: string;
    contact?: { name?: unknown; url?: unknown; email?: unknown };
    termsOfService?: unknown;
    license?: { name?: unknown; url?: unknown; identifier?: unknown };
    'x-logo'?: unknown;
  };
  externalDocs?: ExternalDocs;
  servers?: Server[];
  tags?: Tag[];
  security?: SecurityRequirement[];
  paths?: Record<string, PathItem>;
  /** What the API sends by itself, by name. */
  webhooks?: Record<string, Maybe<PathItem>>;
  components?: {
    schemas?: Record<string, Schema>;
    securitySchemes?: Record<string, Maybe<SecurityScheme>>;
    [section: string]: unknown;
  };
}
