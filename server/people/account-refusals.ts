import { bodyIssue } from '../answers/issue.ts';
import { invalidFields, Refusal } from '../answers/refusal.ts';

/** Refuses a sign-in in the same words, whether the account or the password is wrong. */
export function invalidSignIn(): Refusal {
  return new Refusal('invalid_sign_in', {
    en: 'The e-mail or password is incorrect. Check both, or choose a new password.',
    pt: 'E-mail ou senha incorretos. Confira os dois ou escolha uma nova senha.',
  });
}

/** Refuses a second account for one address. */
export function accountExists(email: unknown): Refusal {
  return new Refusal('already_exists', {
    en: `An account with the e-mail ${email} already exists. Sign in, or choose a new password.`,
    pt: `Já existe uma conta com o e-mail ${email}. Entre nela ou escolha uma nova senha.`,
  });
}

/** Refuses a link that was used, revoked, expired or never issued. */
export function expiredLink(): Refusal {
  return new Refusal('expired_link', {
    en: 'This link is no longer valid: it was already used, has expired, or was not copied in full. Request a new one.',
    pt: 'Este link não é mais válido: já foi usado, expirou ou não foi copiado inteiro. Peça outro.',
  });
}

/** Refuses what requires a signed-in person. */
export function notSignedIn(): Refusal {
  return new Refusal('not_signed_in', {
    en: 'Sign in first; your session may have ended.',
    pt: 'Entre na sua conta; a sessão pode ter terminado.',
  });
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
