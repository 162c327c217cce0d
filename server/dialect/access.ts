import { Refusal } from '../answers/refusal.ts';
import type { Texts } from '../answers/texts.ts';

/** A person's role in a workspace. */
export type Role = 'administrator' | 'developer' | 'reader';

/** A convention for which roles may call an API, in addition to scopes. */
export interface AccessRule {
  /** A name for people. */
  name: Texts;
  /** Refuses (403) callers with an insufficient role. */
  check(role: Role): void;
}

/** Only accepts keys whose owner is an administrator of the workspace. */
export const administratorsOnly: AccessRule = {
  name: { en: 'administrators only', pt: 'só administradores' },
  check: (role) => {
    if (role === 'administrator') return;
    throw new Refusal('insufficient_role', {
      en: 'Only keys of workspace administrators are accepted here. Ask one of them for a key.',
      pt: 'Aqui só são aceitas chaves de administradores do espaço de trabalho. Peça uma chave a um deles.',
    });
  },
};
