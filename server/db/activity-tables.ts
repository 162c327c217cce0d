import type { Generated } from 'kysely';

/** A call to a sandbox or to the platform API. Times are in milliseconds since 1970. */
export interface RequestTable {
  seq: Generated<number>;
  /** The request id, as in `X-Request-Id`. */
  id: string;
  workspace_id: string;
  /** Real time. */
  at: number;
  /** The workspace's clock. */
  clock: number;
  api: string;
  operation: string | null;
  /** The path template of the operation. */
  route: string | null;
  method: string;
  path: string;
  query: string;
  status: number;
  /** The first digit of the status; 0 where the connection was dropped on purpose. */
  class: number;
  error_code: string | null;
  /** Milliseconds from the request to its response. */
  duration: number;
  /** Milliseconds in each stage, as a JSON object. */
  stages: string;
  request_bytes: number;
  /** Null for a stream. */
  response_bytes: number | null;
  actor_type: 'api_key' | 'oauth_client' | 'person' | null;
  actor_id: string | null;
  address: string;
  user_agent: string | null;
  idempotency: 'first' | 'replay' | null;
}

/** What a call sent and received, with secrets masked; it is kept for a shorter time than the call. */
export interface RequestContentTable {
  request_id: string;
  workspace_id: string;
  at: number;
  /** JSON objects of the headers that are kept. */
  request_headers: string;
  response_headers: string;
  /** Null where there was none, or where it is no text. */
  request_body: string | null;
  response_body: string | null;
  /** Why it was refused, as JSON in all languages: see `reason.ts`. */
  reason: string | null;
}

/** How many calls of one kind there were in a minute, or in an hour. */
export interface UsageTable {
  workspace_id: string;
  /** Length of the period in minutes: 1 or 60. */
  minutes: number;
  /** The begin of the period, in milliseconds since 1970. */
  at: number;
  api: string;
  /** Empty without an operation. */
  operation: string;
  /** Empty where the credential is unknown. */
  actor_id: string;
  status: number;
  error_code: string;
  /** The logarithmic bucket of the duration: see `duration-buckets.ts`. */
  bucket: number;
  calls: number;
  request_bytes: number;
  response_bytes: number;
  /** How many of these calls the log could not keep. */
  dropped: number;
}
