import { existsSync, readFileSync } from 'node:fs';
import { fallbacksOf, type Language, localesByLanguage } from '../settings/languages.ts';

/** A text with its values in braces; one in several lines is a list of them, one that counts has a form for each plural. */
export type Message = string | string[] | Partial<Record<Intl.LDMLPluralRule, string>>;

/** The key of a message, as the English catalogue has it. */
export type MessageKey = keyof typeof import('../../i18n/en/messages.json', { with: { type: 'json' }});

const catalogues = new Map<Language, Record<string, Message>>();

/** A message in the wanted language, else in English, else in Portuguese. */
export function getMessage(key: MessageKey, wanted: Language): Message {
  for (const language of fallbacksOf(wanted)) {
    const message = catalogueOf(language)[key];
    if (message !== undefined) return message;
  }
  throw new Error(`No catalogue in i18n has the message ${key}.`);
}

/** All messages in a language, read once. */
function catalogueOf(language: Language): Record<string, Message> {
  const known = catalogues.get(language);
  if (known) return known;
  const file = new URL(`../../i18n/${localesByLanguage[language]}/messages.json`, import.meta.url);
  const messages = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Message>) : {};
  catalogues.set(language, messages);
  return messages;
}
