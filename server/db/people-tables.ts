import type { Generated } from 'kysely';

/** The columns that this project itself reads; the others of these tables are better-auth's own business. */
export interface PersonTable {
  id: string;
  name: string;
  email: string;
  /** A boolean on PostgreSQL, a number on SQLite. */
  email_verified: boolean | number;
}

export interface PersonSessionTable {
  id: string;
  person_id: string;
  /** A date on PostgreSQL, its text on SQLite, as are the others. */
  expires_at: string | Date;
  created_at: string | Date;
  user_agent: string | null;
  /** The workspace that was chosen for this session, of those in which the person is a member. */
  workspace_id: string | null;
}

export interface PersonVerificationTable {
  id: string;
  expires_at: string | Date;
}

export interface MemberTable {
  seq: Generated<number>;
  workspace_id: string;
  person_id: string;
  role: 'administrator' | 'developer' | 'reader';
  created_at: string;
}

export interface InvitationTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  email: string;
  role: 'administrator' | 'developer' | 'reader';
  /** HMAC-SHA-256 of the token under the pepper of this version; the token itself is in the letter alone. */
  digest: string;
  pepper_version: number;
  invited_by: string | null;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
  revoked_at: string | null;
}

/** A letter that would have been mailed; kept where no mail server is configured. */
export interface OutboxLetterTable {
  seq: Generated<number>;
  id: string;
  recipient: string;
  subject: string;
  body: string;
  created_at: string;
}
