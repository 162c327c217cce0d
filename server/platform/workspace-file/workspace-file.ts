/** What the first line of a file says; other files, and files of later versions, are refused. */
export const fileFormat = { format: 'cais.workspace', version: 1 } as const;

/** A workspace in a file, without its records: these follow one by one. */
export interface WorkspaceFile {
  format: typeof fileFormat.format;
  version: number;
  exported_at: string;
  workspace: { name: string | null; allowed_origins: string[] | null; ahead_seconds: number };
  webhook_endpoints: FiledEndpoint[];
  inboxes: FiledInbox[];
  apis: FiledApi[];
}

export interface FiledEndpoint {
  url: string;
  description: string | null;
  event_types: string[];
  api_versions: Record<string, string>;
  status: 'active' | 'paused' | 'disabled';
}

export interface FiledInbox {
  /** The address in the portal that wrote the file, by which its endpoints name it. */
  url: string;
  name: string | null;
  answer: { status: number; delay_seconds: number; retry_after_seconds: number | null; close_connection: boolean };
  fail_next: number;
}

interface FiledApi {
  api: string;
  /** The last numbers that stores of numbered records assigned. */
  counters: { store: string; value: number }[];
  records: unknown[];
}
