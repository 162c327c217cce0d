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

/** The person signed in, their workspaces and the current one; `person` is null for a guest. */
export interface Session {
  person: Person | null;
  workspace?: Membership;
  workspaces?: Membership[];
  /** Whether the current workspace is that of the portal's provider. */
  is_provider?: boolean;
}

export interface OpenInvitation {
  workspace: string;
  email: string;
  role: Membership['role'];
  invited_by: string | null;
  expires_at: string;
}

/** A session of the person signed in. */
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

/** The response to each account action. */
export interface AccountResponses {
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
  'transfer-workspace': undefined;
  'delete-account': undefined;
  'console-key': { workspace: { id: string }; api_key: Key };
  'show-invitation': OpenInvitation;
  'accept-invitation': { workspace_id: string };
}

export interface AccountOptions {
  language?: string;
  /** The guest's key, whose workspace the new account takes over. */
  key?: string;
}

/** Error codes of rejected fields, by form field name. */
export type FieldCodes = Record<string, string>;

/** Why an account action was rejected; `fields` has the reason for each field. */
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

/** Performs an account action; rejects with an AccountError, or a PlatformError if the server is unreachable. */
export function callAccount<Action extends keyof AccountResponses>(
  serverUrl: string,
  action: Action,
  body: Record<string, string>,
  { language, key }: AccountOptions = {},
): Promise<AccountResponses[Action]> {
  const headers = {
    'Content-Type': 'application/json',
    ...(language && { 'Accept-Language': language }),
    ...(key && { Authorization: `Bearer ${key}` }),
  };
  return ask(`${serverUrl}/account/${action}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Fetches the current session from the server. */
export function fetchSession(serverUrl: string): Promise<Session> {
  return ask(`${serverUrl}/account/session`, {});
}

/** Lists the sessions of the person signed in. */
export function fetchSessions(serverUrl: string): Promise<{ data: OwnSession[] }> {
  return ask(`${serverUrl}/account/sessions`, {});
}

/** Fetches all that is held about the person signed in. */
export function fetchOwnData(serverUrl: string): Promise<unknown> {
  return ask(`${serverUrl}/account/data`, {});
}

/** Sends a request with this browser's session cookie. */
export async function ask<Data>(address: string, options: RequestInit): Promise<Data> {
  let response: Response;
  try {
    response = await fetch(address, { ...options, credentials: 'same-origin' });
  } catch (error) {
    throw toPlatformError(error, undefined);
  }
  const body = await response.json().catch(() => undefined);
  if (!response.ok) throw new AccountError(toPlatformError(body, response), response, (body ?? {}) as Problem);
  return body as Data;
}
