import { locales } from '../languages.ts';
import { type Check, flag, list, mapOf, noOr, object, oneOf, text, textOr } from './checks.ts';
import { imageHost } from './description-images.ts';
import { featureNames } from './features.ts';
import type { PortalConfig } from './portal-config.ts';

const words = textOr(
  object(Object.fromEntries(locales.map((language) => [language, text()]))),
  'a text, or one for each language: { en: "…" }',
);
const slug = text('the slug of an API: the name of its folder in specs/', /^[\w-]+$/);
const address = text(
  'a page of the portal (/guides/errors) or an address (https://…, mailto:…)',
  /^(\/(?!\/)|https?:\/\/\S|mailto:\S)/,
);
/** A file is named by its place in `static/`, never by one outside. */
const file = text('the name of a file in static/, such as logo.svg', /^(?!\/)(?!.*\.\.)[\w./-]+\.\w+$/);
const link = object({ label: words, to: address }, ['label', 'to']);
const font = object({ family: text('the family of a font', /^[\w .-]+$/), file }, ['family']);

const target = textOr(
  object({ name: words, url: text('an address: https://…', /^https?:\/\/\S+$/) }, ['name', 'url']),
  'sandbox, document, or the name of a server that the document lists',
);

/** A word, or a list of hosts. */
const images: Check = (value, key) =>
  Array.isArray(value)
    ? list(text('a host, such as img.example.com or *.example.com', imageHost))(value, key)
    : oneOf(['own', 'none', 'all'])(value, key);

const keys: Record<keyof PortalConfig, Check> = {
  name: text('the name of the portal'),
  tagline: words,
  languages: list(oneOf(locales)),
  logo: textOr(
    object({ light: file, dark: file }, ['light', 'dark']),
    'the name of a file in static/, such as logo.svg',
  ),
  favicon: file,
  accent: text('a colour by six hexadecimal digits, such as #0a6b5c', /^#[\da-f]{6}$/i),
  fonts: object({ text: font, code: font }),
  apis: list(textOr(object({ label: words, apis: list(slug) }, ['label', 'apis']), 'the slug of an API', /^[\w-]+$/)),
  navigation: list(link),
  footer: object({ text: words, links: list(link) }),
  contact: object({
    email: text('an e-mail address', /^\S+@\S+\.\S+$/),
    url: text('an address: https://…', /^https?:\/\/\S+$/),
  }),
  features: object(Object.fromEntries(featureNames.map((name) => [name, flag]))),
  console: noOr(object({ servers: list(target), apis: mapOf(list(target)) })),
  descriptions: object({ images }),
  search: object({ synonyms: list(list(text('a single word', /^[\p{L}\p{M}\p{N}_]+$/u))) }),
  home: object({
    title: words,
    lead: words,
    firstCall: text('an operation: <slug>/<operationId>', /^[\w-]+\/\S+$/),
  }),
};

/** Checks the settings of a portal: every fault by its key. */
export const checkPortal: Check = object(keys, ['name']);
