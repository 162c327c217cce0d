import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { invalidFields } from '../answers/refusal.ts';
import { parseJsonBody } from '../dialect/bodies/json-body.ts';
import { addAllFormats } from '../openapi/formats.ts';
import { toIssues } from '../openapi/validation-issues.ts';
import { passwordLength } from './auth.ts';

export type AccountBody = Record<string, string>;

const text = { type: 'string', minLength: 1, maxLength: 200 };
/** A self-contained token, such as a JWT. */
const longText = { ...text, maxLength: 2000 };
/** Visible text without control characters such as line breaks. */
const name = { type: 'string', minLength: 1, maxLength: 100, pattern: '^(?=.*\\S)[^\\p{Cc}]+$' };
const email = { type: 'string', format: 'email', maxLength: 254 };
const newPassword = { type: 'string', minLength: passwordLength.min, maxLength: passwordLength.max };
const password = { type: 'string', minLength: 1, maxLength: passwordLength.max };

const fields = {
  'sign-up': { name, email, password: newPassword },
  'sign-in': { email, password },
  'sign-out': {},
  'request-password-reset': { email },
  'reset-password': { token: text, password: newPassword },
  'change-password': { current_password: password, password: newPassword },
  'change-name': { name },
  'send-confirmation': {},
  'confirm-email': { token: longText },
  'end-session': { session_id: text },
  'end-other-sessions': {},
  'choose-workspace': { workspace_id: text },
  'leave-workspace': { workspace_id: text },
  'transfer-workspace': { workspace_id: text, member_id: text },
  'delete-account': { current_password: password },
  'console-key': {},
  'show-invitation': { token: text },
  'accept-invitation': { token: text },
} as const;

export type AccountAction = keyof typeof fields;

/** The actions on a person's own account, by the last segment of their address. */
export const accountActions = Object.keys(fields) as AccountAction[];

/** Actions whose repetition would guess passwords, flood mailboxes or create accounts. */
export const limitedActions = new Set<AccountAction>([
  'sign-up',
  'sign-in',
  'request-password-reset',
  'reset-password',
  'change-password',
  'delete-account',
  'send-confirmation',
  'confirm-email',
]);

let ajv: Ajv2020 | undefined;

/** Reads the body of an action; refuses invalid JSON, and names every missing, invalid or unknown field. */
export function readAccountBody(action: AccountAction, body: Buffer | undefined): AccountBody {
  const value = body?.length ? parseJsonBody(body.toString('utf8')) : {};
  const validate = compiled(action);
  if (!validate(value)) throw invalidFields(toIssues(validate.errors ?? []));
  return value as AccountBody;
}

function compiled(action: AccountAction): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv2020({ allErrors: true, unicodeRegExp: true });
    addAllFormats(ajv);
  }
  const properties = fields[action];
  const schema = { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
  return ajv.getSchema(action) ?? ajv.addSchema(schema, action).compile({ $ref: action });
}
