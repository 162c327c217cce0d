import type { Generated } from 'kysely';

/** Only the columns that this project reads; better-auth manages the others. */
export interface PersonTable {
  id: string;
  name: string;
  email: string;
  /** A boolean on PostgreSQL, a number on SQLite. */
  email_verified: boolean | number;
  /** A date on PostgreSQL, text on SQLite, like the other. */
  created_at: string | Date;
  updated_at: string | Date;
}

export interface PersonSessionTable {
  id: string;
  person_id: string;
  /** A date on PostgreSQL, text on SQLite, like the others. */
  expires_at: string | Date;
  created_at: string | Date;
  user_agent: string | null;
  /** The workspace chosen in this session, among the person's own. */
  workspace_id: string | null;
}

export interface PersonVerificationTable {
  id: string;
  /** The id of the person whose password the link resets. */
  value: string;
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
  /** HMAC-SHA-256 of the token with the pepper of this version; the token itself is only in the e-mail. */
  digest: string;
  pepper_version: number;
  invited_by: string | null;
  /** The id of the person, key or client that invited. */
  issued_by: string | null;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
  revoked_at: string | null;
}

/** An e-mail stored instead of sent, because no mail server is configured. */
export interface OutboxLetterTable {
  seq: Generated<number>;
  id: string;
  recipient: string;
  subject: string;
  body: string;
  created_at: string;
}

/** A letter that the mail server has yet to take. Its body is encrypted, as it may open an account. */
export interface LetterToSendTable {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  created_at: string;
  /** The workspace whose alert it tells of. */
  workspace_id: string | null;
  /** From when on it is not sent any more: real milliseconds. */
  expires_at: number;
  /** How often it was tried, with the attempt that is under way. */
  attempts: number;
  /** When it is tried next, or when whoever tries it has had long enough: real milliseconds. */
  due_at: number;
  /** The attempt that is under way, or was the last. */
  claim: string | null;
}
