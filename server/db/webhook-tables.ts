import type { Generated } from 'kysely';

/** A URL that receives events. Secrets are encrypted; milliseconds are on the workspace's clock. */
export interface WebhookEndpointTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  url: string;
  description: string | null;
  /** JSON: `["notas:document_success", "crm:*"]`. */
  event_types: string;
  /** JSON: the version in which it receives each API's events, `{"crm": "v1"}`. */
  api_versions: string;
  status: 'active' | 'paused' | 'disabled';
  disabled_reason: 'failures' | 'gone' | null;
  disabled_at: string | null;
  secret: string;
  previous_secret: string | null;
  /** On the real clock. */
  previous_secret_expires_at: string | null;
  consecutive_failures: Generated<number>;
  /** When the first of the consecutive failures happened. */
  failing_since: number | null;
  circuit_opened_at: number | null;
  circuit_probe_at: number | null;
  /** When its URL first answered 2xx; null until then, and again once it was disabled. */
  confirmed_at: string | null;
  /** JSON: the newest IP addresses outside that answered 2xx for its URL. */
  confirmed_addresses: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

/** An event for an endpoint: outbox and queue in one. Pending deliveries have a `due_at`. */
export interface DeliveryTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  api: string;
  endpoint_id: string;
  event_id: string;
  type: string;
  store: string;
  record_id: string;
  request_id: string | null;
  api_version: string | null;
  created_at: string;
  status: 'pending' | 'delivered' | 'failed' | 'skipped';
  reason: 'exhausted' | 'gone' | 'endpoint_disabled' | 'endpoint_deleted' | 'type_not_selected' | null;
  attempt_count: Generated<number>;
  /** Attempts since it was last queued. */
  tries: Generated<number>;
  last_status: number | null;
  last_error: string | null;
  finished_at: string | null;
  /** Milliseconds on the workspace's clock. */
  due_at: number | null;
  /** The clock offset when `due_at` was set; a later offset means that it became due by moving the clock. */
  due_offset: Generated<number>;
  /** The sender that leased it, until a time on the real clock; updates with an outdated claim have no effect. */
  claim: string | null;
  leased_until: number | null;
}

/** A request to an endpoint, recorded before it is sent. */
export interface AttemptTable {
  id: string;
  delivery_id: string;
  number: number;
  claim: string;
  outcome: 'sending' | 'delivered' | 'failed' | 'interrupted';
  started_at: string;
  /** JSON: url and headers. */
  request: string;
  duration_ms: number | null;
  timing: string | null;
  address: string | null;
  response: string | null;
  error_code: string | null;
  error_detail: string | null;
  next_attempt_at: string | null;
}

/** How far the deliveries of a workspace, or to a host, have used up their pace (GCRA): a time on the real clock. */
export interface EgressPaceTable {
  name: string;
  free_at: number;
}

/** An endpoint with due deliveries that a pace does not allow yet. */
export interface EgressWaitTable {
  endpoint_id: string;
  workspace_id: string;
  /** The name of the pace. */
  pace: string;
  /** When it may try again, on the real clock. */
  until: number;
  /** How much it, and all of its workspace, got of the pace since it waits, counted from where the others were. */
  served: number;
  workspace_served: number;
}

/** A URL of the portal that receives requests and responds as configured. */
export interface InboxTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  name: string | null;
  answer: string;
  fail_next: number;
  /** Of the bodies, headers and queries of its messages. */
  stored_bytes: Generated<number>;
  created_at: string;
}

export interface InboxMessageTable {
  seq: Generated<number>;
  id: string;
  inbox_id: string;
  received_at: string;
  method: string;
  query: string;
  headers: string;
  body: string;
  body_size: number;
  body_truncated: number;
  signature: 'valid' | 'invalid' | 'expired' | 'missing';
  event_id: string | null;
  answered_status: number | null;
}
