import type { Locale } from '../languages.ts';
import type { ImagePolicy } from './description-images.ts';
import type { Feature } from './features.ts';

/** A text for readers: the same in every language, or one for each. */
export type PortalText = string | Partial<Record<Locale, string>>;

export interface PortalLink {
  label: PortalText;
  /** A page of the portal (`/guides/errors`), or an address outside (`https://…`). */
  to: string;
}

/** A font of the portal: its family, and its file in `static/`, unless readers have it. */
export interface PortalFont {
  family: string;
  file?: string;
}

/**
 * Where the console calls an API: its sandbox, all servers that its document lists (`document`), one of these by its name, or an
 * address.
 */
export type ConsoleTarget = string | { name: PortalText; url: string };

/** The part of a portal's settings that says what is served of an API, and where it is called. */
export type ApiSettings = Pick<PortalConfig, 'features' | 'console'>;

/** The settings of a portal, in its `cais.config.ts`; all but the name are optional. */
export interface PortalConfig {
  /** Who speaks: in the header, titles, e-mails and the search. */
  name: string;
  /** What the portal is, in one line, under the name where pages are shared. */
  tagline?: PortalText;
  /** The languages of the pages, the default one first; without it, Portuguese and English. */
  languages?: Locale[];
  /** A picture beside the name, in `static/`: one, or one for each colour scheme. */
  logo?: string | { light: string; dark: string };
  /** The picture of the browser's tab, in `static/`. */
  favicon?: string;
  /** The colour of links, buttons and marks: `#0a6b5c`. Where its contrast is too low, a darker or a lighter shade is taken. */
  accent?: string;
  fonts?: { text?: PortalFont; code?: PortalFont };
  /** The APIs in the order of the pages, by slug, perhaps in groups; those that are not named follow. */
  apis?: (string | { label: PortalText; apis: string[] })[];
  /** More links in the header, after those of the portal. */
  navigation?: PortalLink[];
  footer?: { text?: PortalText; links?: PortalLink[] };
  /** Whom readers ask for help. */
  contact?: { email?: string; url?: string };
  /** What the portal does not have: `{ webhooks: false }`. All are on by default; what needs one that is off is off, too. */
  features?: Partial<Record<Feature, boolean>>;
  /** Where the console calls, all APIs or one by its slug, the usual place first; `false` for no console. By default the sandbox. */
  console?: false | { servers?: ConsoleTarget[]; apis?: Record<string, ConsoleTarget[]> };
  /** Which images in the descriptions of documents are shown; the others are links to them. By default those of the portal alone. */
  descriptions?: { images?: ImagePolicy };
  /** What readers call things: words that mean the same, besides those that Cais knows (`i18n/<code>/search.json`). */
  search?: { synonyms?: string[][] };
  /** The words of the home page, and the operation that its button calls: `<slug>/<operationId>`. */
  home?: { title?: PortalText; lead?: PortalText; firstCall?: string };
}
