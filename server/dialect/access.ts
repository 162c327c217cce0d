import { Refusal } from '../answers/refusal.ts';
import type { Texts } from '../answers/texts.ts';

/** What a person may be in a workspace. */
export type Role = 'administrator' | 'developer' | 'reader';

/** A convention of who in a workspace may call an API, whatever the scopes of the key. */
export interface AccessRule {
  /** How people call it. */
  name: Texts;
  /** Refuses (403) callers whose role in their workspace is not enough. */
  check(role: Role): void;
}

/** Only keys whose owner administers the workspace are accepted. */
export const administratorsOnly: AccessRule = {
  name: { en: 'administrators only', pt: 'só administradores' },
  check: (role) => {
    if (role === 'administrator') return;
    throw new Refusal('insufficient_role', {
      en: 'Only keys of an administrator of the workspace are accepted here. Ask one of them for a key.',
      pt: 'Aqui só valem chaves de um administrador do espaço de trabalho. Peça uma chave a um deles.',
    });
  },
};
