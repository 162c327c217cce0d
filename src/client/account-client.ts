import { PlatformError, toPlatformError } from './platform-error.ts';

export interface Person {
  id: string;
  name: string;
  email: string;
  email_confirmed: boolean;
}

export interface Membership {
  id: string;
  name: string;
  role: 'administrator' | 'developer' | 'reader';
}

/** Somebody who is signed in, and where; without a person, nobody is. */
export interface Session {
  person: Person | null;
  workspace?: Membership;
  workspaces?: Membership[];
}

export interface OpenInvitation {
  workspace: string;
  email: string;
  role: Membership['role'];
  invited_by: string | null;
  expires_at: string;
}

/** A session of whoever is signed in. */
export interface OwnSession {
  id: string;
  current: boolean;
  user_agent: string | null;
  created_at: string;
  expires_at: string;
}

interface Key {
  secret: string;
  scopes: string[];
  expires_at: string;
}

/** What the server answers to each action about one's own account. */
export interface AccountAnswers {
  'sign-up': { person: Person; workspace: Membership };
  'sign-in': { person: Person };
  'sign-out': undefined;
  'request-password-reset': undefined;
  'reset-password': undefined;
  'change-password': undefined;
  'change-name': { person: Person };
  'send-confirmation': undefined;
  'confirm-email': undefined;
  'end-session': undefined;
  'end-other-sessions': undefined;
  'choose-workspace': { workspace: Membership };
  'leave-workspace': undefined;
  'console-key': { workspace: { id: string }; api_key: Key };
  'show-invitation': OpenInvitation;
  'accept-invitation': { workspace_id: string };
}

export interface AccountOptions {
  language?: string;
  /** The guest's key, whose workspace an account is to keep. */
  key?: string;
}

/** A field that the server did not take, by its name in the form. */
export type FieldCodes = Record<string, string>;

/** Why something about the account was refused; `fields` says what is wrong with which. */
export class AccountError extends PlatformError {
  readonly code: string | undefined;
  readonly fields: FieldCodes;

  constructor({ kind, message }: PlatformError, response: Response, problem: Problem) {
    super(kind, message, response);
    this.code = problem.code;
    this.fields = Object.fromEntries(
      (problem.errors ?? []).map(({ pointer, code }) => [pointer.replace(/^#\//, ''), code]),
    );
  }
}

interface Problem {
  code?: string;
  errors?: { pointer: string; code: string }[];
}

/** Does something about one's own account; rejects with an AccountError, or a PlatformError when nobody answers. */
export function callAccount<Action extends keyof AccountAnswers>(
  serverUrl: string,
  action: Action,
  body: Record<string, string>,
  { language, key }: AccountOptions = {},
): Promise<AccountAnswers[Action]> {
  const headers = {
    'Content-Type': 'application/json',
    ...(language && { 'Accept-Language': language }),
    ...(key && { Authorization: `Bearer ${key}` }),
  };
  return ask(`${serverUrl}/account/${action}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Who is signed in, asked of the server itself. */
export function fetchSession(serverUrl: string): Promise<Session> {
  return ask(`${serverUrl}/account/session`, {});
}

/** Where whoever is signed in is so. */
export function fetchSessions(serverUrl: string): Promise<{ data: OwnSession[] }> {
  return ask(`${serverUrl}/account/sessions`, {});
}

/** Asks the server with this browser's cookie. */
export async function ask<Answer>(address: string, options: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(address, { ...options, credentials: 'same-origin' });
  } catch (error) {
    throw toPlatformError(error, undefined);
  }
  const body = await response.json().catch(() => undefined);
  if (!response.ok) throw new AccountError(toPlatformError(body, response), response, (body ?? {}) as Problem);
  return body as Answer;
}
