/** A limiter's state of a caller, shared by all servers; only on PostgreSQL. */
export interface LimitStateTable {
  caller: string;
  /** JSON. */
  state: string;
  /** Names the write that stored this state. */
  write_id: string;
  /** Milliseconds since 1970, in real time. */
  forget_at: number;
}

/** Jobs that one server at a time runs. Times are in milliseconds since 1970. */
export interface JobTable {
  name: string;
  due_at: number;
  /** Until when others leave the job to the one who runs it. */
  leased_until: number;
  /** Names the run; whoever lost the lease meanwhile may not end it. */
  lease_id: string;
}
