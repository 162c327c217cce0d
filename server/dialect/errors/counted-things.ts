import type { MessageKey } from '../../answers/catalogue.ts';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';

/** Describes a broken rule by its parameters. */
export type Describe = (params: Record<string, unknown>) => Texts;

type Things = 'characters' | 'items' | 'fields';

export function atLeast(things: Things): Describe {
  return ({ limit }) => counted(`fields.at-least.${things}`, limit);
}

export function atMost(things: Things): Describe {
  return ({ limit }) => counted(`fields.at-most.${things}`, limit);
}

function counted(key: MessageKey, limit: unknown): Texts {
  return say(key, { count: limit });
}
