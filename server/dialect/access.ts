import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { OwnTexts } from '../answers/texts.ts';

/** A person's role in a workspace. */
export type Role = 'administrator' | 'developer' | 'reader';

/** A convention for which roles may call an API, in addition to scopes. */
export interface AccessRule {
  /** A name for people. */
  name: OwnTexts;
  /** Refuses (403) callers with an insufficient role. */
  check(role: Role): void;
}

/** Only accepts keys whose owner is an administrator of the workspace. */
export const administratorsOnly: AccessRule = {
  name: say('conventions.administrators-only'),
  check: (role) => {
    if (role === 'administrator') return;
    throw new Refusal('insufficient_role', say('keys.administrators-only'));
  },
};
