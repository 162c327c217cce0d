import type { Refusal } from '../../answers/refusal.ts';

/** What an error format may tell besides the refusal itself. */
export interface ErrorFacts {
  status: number;
  requestId: string;
  /** The portal's address, where the guide on errors is. */
  publicUrl: string;
  /** The language that the caller prefers (`Accept-Language`). */
  language: 'pt' | 'en';
}

/** Turns a refusal into a body in the API's own form. */
export type ErrorFormat = (refusal: Refusal, facts: ErrorFacts) => { mediaType: string; body: unknown };

/** The heading of the guide on errors that explains a code. */
export function errorPage(publicUrl: string, code: string, language: 'pt' | 'en' = 'pt'): string {
  return `${publicUrl}${language === 'en' ? '/en' : ''}/guides/errors#${code}`;
}
