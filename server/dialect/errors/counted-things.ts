import type { Texts } from '../../answers/texts.ts';

/** Describes a broken rule by its parameters. */
export type Describe = (params: Record<string, unknown>) => Texts;

/** What is counted, one and several of it. */
type Counted = Record<'en' | 'pt', [one: string, several: string]>;

export const characters: Counted = { en: ['character', 'characters'], pt: ['caractere', 'caracteres'] };
export const items: Counted = { en: ['item', 'items'], pt: ['item', 'itens'] };
export const fields: Counted = { en: ['field', 'fields'], pt: ['campo', 'campos'] };

export function atLeast(things: Counted): Describe {
  return ({ limit }) => ({
    en: `must have at least ${counted(limit, things.en)}`,
    pt: `deve ter ao menos ${counted(limit, things.pt)}`,
  });
}

export function atMost(things: Counted): Describe {
  return ({ limit }) => ({
    en: `must have at most ${counted(limit, things.en)}`,
    pt: `deve ter no máximo ${counted(limit, things.pt)}`,
  });
}

function counted(count: unknown, [one, several]: [string, string]): string {
  return `${count} ${count === 1 ? one : several}`;
}
