/** What an alert names: an operation, an endpoint, a key, or a client whose previous secret ends. */
export interface Subject {
  type: 'operation' | 'webhook_endpoint' | 'api_key' | 'oauth_client';
  id: string;
  /** A URL or a name, as far as there is one; of an operation, its API. */
  name: string | null;
  /** Calls or deliveries that failed. */
  count: number | null;
  /** When it ends. */
  ends_at: string | null;
}

/** The figures by which a rule is decided. */
export interface AlertFigures {
  /** What is compared with the threshold; null where nothing was counted. */
  value: number | null;
  /** The window that proves that it matters; null where nothing is counted over time. */
  window_minutes: number | null;
  /** Calls in the window. */
  calls: number | null;
  /** The calls among them that failed, or things that are affected. */
  affected: number;
  subjects: Subject[];
}

/** What figures say of a rule. `unclear` leaves things as they are. */
export interface Verdict {
  state: 'bad' | 'good' | 'unclear';
  figures: AlertFigures;
}

/** An alert names so many at most. */
export const mostSubjects = 5;
