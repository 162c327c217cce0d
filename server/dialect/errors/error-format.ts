import type { Refusal } from '../../answers/refusal.ts';
import { type Language, pagesIn } from '../../settings/languages.ts';

/** What an error format may include besides the refusal itself. */
export interface ErrorFacts {
  status: number;
  requestId: string;
  /** The portal's URL, for links to the guide on errors. */
  publicUrl: string;
  /** The language that the caller prefers (`Accept-Language`). */
  language: Language;
  /** The path that was called, and when: some formats repeat them. */
  path?: string;
  now?: Date;
}

/** Turns a refusal into an error body in the API's format. */
export type ErrorFormat = (refusal: Refusal, facts: ErrorFacts) => { mediaType: string; body: unknown };

/** The URL of the heading in the guide on errors that explains a code. */
export function errorPage(publicUrl: string, code: string, language: Language = 'pt'): string {
  return `${publicUrl}${pagesIn(language)}/guides/errors#${code}`;
}
