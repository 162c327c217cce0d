/** Parts of a document that pages tell of (OpenAPI 3.1: Link Object, External Documentation Object, OAuth Flow Object). */

export interface Link {
  operationId?: string;
  operationRef?: string;
  description?: string;
  parameters?: Record<string, unknown>;
  requestBody?: unknown;
}

export interface ExternalDocs {
  url: string;
  description?: string;
}

export interface OAuthFlow {
  scopes?: Record<string, string>;
  tokenUrl?: string;
  authorizationUrl?: string;
  refreshUrl?: string;
  /** OpenAPI 3.2. */
  deviceAuthorizationUrl?: string;
}
