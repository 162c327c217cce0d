import { bodyIssue } from '../answers/issue.ts';
import { invalidFields, Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';

/** Refuses a sign-in in the same words, whether the account or the password is wrong. */
export function invalidSignIn(): Refusal {
  return new Refusal('invalid_sign_in', say('accounts.wrong-sign-in'));
}

/** Refuses a second account for one address. */
export function accountExists(email: unknown): Refusal {
  return new Refusal('already_exists', say('accounts.exists', { email }));
}

/** Refuses a link that was used, revoked, expired or never issued. */
export function expiredLink(): Refusal {
  return new Refusal('expired_link', say('accounts.expired-link'));
}

/** Refuses what requires a signed-in person. */
export function notSignedIn(): Refusal {
  return new Refusal('not_signed_in', say('accounts.not-signed-in'));
}

/** Refuses what asks for the password again, when it is wrong. */
export function wrongPassword(): Refusal {
  return wrongField('current_password', 'currentPassword');
}

/** Refuses an address to which nothing can be mailed. */
export function invalidEmail(): Refusal {
  return wrongField('email', 'format', { format: 'email' });
}

function wrongField(field: string, keyword: string, params: Record<string, unknown> = {}): Refusal {
  return invalidFields([bodyIssue(field, keyword, params)]);
}
