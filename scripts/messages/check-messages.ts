import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../server/answers/catalogue.ts';
import { locales } from '../../server/settings/languages.ts';
import { root } from '../run-child.mjs';
import { findInlineTexts, findUses, type Use } from './find-uses.ts';

export type Catalogue = Record<string, Message>;

/** The language whose keys are those of the code. */
const reference = 'en';

/** In English these repeat the words of a parser or a library; other languages say where the fault is. */
const ownWords = new Set(['documents.overlay', 'json.ends', 'json.fault-at', 'json.no-json']);

/** Compares the catalogues of all languages with the code and with each other; returns one line per fault. */
export function checkMessages(): string[] {
  const catalogues = new Map(locales.map((locale) => [locale as string, readCatalogue(locale)]));
  const inline = findInlineTexts().map((file) => `${file} has texts of its own: they belong in ${fileOf(reference)}.`);
  return [...inline, ...messageFaults(catalogues, findUses())];
}

export function messageFaults(catalogues: ReadonlyMap<string, Catalogue>, uses: Use[]): string[] {
  const known = catalogues.get(reference) ?? {};
  return [
    ...Object.keys(known).flatMap((key) => unused(key, uses)),
    ...Object.entries(known).flatMap(([key, message]) => wrongValues(key, message, uses)),
    ...[...catalogues].flatMap(([locale, catalogue]) =>
      locale === reference ? [] : compare(locale, catalogue, known),
    ),
  ];
}

function unused(key: string, uses: Use[]): string[] {
  return uses.some((use) => use.key.test(key)) ? [] : [`${key} is in ${fileOf(reference)}, but nothing says it.`];
}

/** A place that lists the values of a message lists all that it asks for. */
function wrongValues(key: string, message: Message, uses: Use[]): string[] {
  return uses.flatMap(({ key: pattern, values, place }) => {
    if (!values || !pattern.test(key)) return [];
    const missing = placesOf(message).filter((name) => !values.includes(name));
    return missing.map((name) => `${place} says ${key} without its {${name}}.`);
  });
}

function compare(locale: string, catalogue: Catalogue, known: Catalogue): string[] {
  const file = fileOf(locale);
  return [
    ...Object.entries(known).flatMap(([key, message]) => {
      const own = catalogue[key];
      if (own === undefined || textOf(own) === '') return [`${key} ("${textOf(message)}") has no text in ${file}.`];
      if (ownWords.has(key) || placesOf(own).join() === placesOf(message).join()) return [];
      return [`${key} has other {places} in ${file} than in ${fileOf(reference)}.`];
    }),
    ...Object.keys(catalogue).flatMap((key) => (key in known ? [] : [`${key} is in ${file}, but nothing says it.`])),
    ...Object.entries(catalogue).flatMap(([key, message]) => withoutOther(key, message, file)),
  ];
}

function withoutOther(key: string, message: Message, file: string): string[] {
  if (typeof message === 'string' || Array.isArray(message) || message.other !== undefined) return [];
  return [`${key} in ${file} lacks "other", the form of most numbers.`];
}

/** The names in braces, in any of a message's forms. */
function placesOf(message: Message): string[] {
  return [...new Set(textOf(message).match(/(?<=\{)\w+(?=\})/g))].sort();
}

function textOf(message: Message): string {
  return typeof message === 'string' ? message : Object.values(message).join('\n');
}

function readCatalogue(locale: string): Catalogue {
  const file = join(root, fileOf(locale));
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function fileOf(locale: string): string {
  return `i18n/${locale}/messages.json`;
}
