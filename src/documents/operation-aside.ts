/** What may be called next, with what of this response (OpenAPI 3.1, Link Object). */
export interface LinkData {
  name: string;
  description: string;
  /** The operation, if the document has it. */
  operation?: OperationRef;
  /** How the document names an operation that is not in it. */
  target?: string;
  /** Expressions or values, by the parameters that they are for. */
  parameters: [name: string, value: string][];
  body?: string;
}

/** A page of an operation of the same API. */
export interface OperationRef {
  slug: string;
  summary: string;
}

/** A section of the overview of an API; `id` is its place there. */
export interface SectionRef {
  id: string;
  label: string;
}

export interface HookFacts {
  kind: 'webhook' | 'callback';
  /** As the document names it. */
  name: string;
  /** Of a callback, the operation that leads to it. */
  caller?: OperationRef;
}

/** A webhook or callback in a list. */
export interface HookLine extends OperationRef {
  name: string;
  method: string;
  /** Of a callback: where it is sent. */
  expression?: string;
}

/** Documentation elsewhere; `text` is HTML. */
export interface DocsData {
  url: string;
  text: string;
}

/** A server as the document describes it; `url` has its variables in braces. */
export interface ServerData {
  name: string;
  url: string;
  description: string;
  variables: { name: string; initial: string; choices: string[]; description: string }[];
}

/** A flow of OAuth 2.0, by its name in the document, such as `authorizationCode`. */
export interface FlowData {
  name: string;
  /** By their names in the document: `authorizationUrl`, `tokenUrl`, `refreshUrl`, `deviceAuthorizationUrl`. */
  urls: [name: string, url: string][];
  /** On the page of the API only. */
  scopes?: [name: string, description: string][];
}
