import type { Generated } from 'kysely';

/** A rule that a workspace made, or a preset one that it changed; presets that nobody changed have no row. */
export interface AlertRuleTable {
  seq: Generated<number>;
  workspace_id: string;
  id: string;
  kind: AlertKind;
  name: string | null;
  /** Only calls to this API; null for those to all sandboxes. */
  api: string | null;
  threshold: number;
  is_on: number;
  /** Whether administrators get mail. */
  mail: number;
  created_at: string;
}

export type AlertKind =
  | 'error_rate'
  | 'rate_limited'
  | 'latency'
  | 'silence'
  | 'failing_webhooks'
  | 'expiring_credentials';

/** What a rule found, from when it opened to when it was over; a rule has one open incident at most. Times are real. */
export interface AlertIncidentTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  rule_id: string;
  /** The rule as it was when the incident opened. */
  kind: AlertKind;
  name: string | null;
  api: string | null;
  threshold: number;
  opened_at: string;
  /** JSON: see `figures.ts`. */
  opened_figures: string;
  resolved_at: string | null;
  resolved_figures: string | null;
  /** 1 while the letter has yet to be sent. */
  opened_mail_due: number;
  resolved_mail_due: number;
}
