import type { Generated } from 'kysely';
import type { Language } from '../settings/languages.ts';

/** What a reader says is wrong or missing on a page. */
export interface SuggestionTable {
  seq: Generated<number>;
  id: string;
  text: string;
  /** The path of the page, without the language. */
  page: string;
  language: Language;
  /** The API to which the page belongs. */
  api: string | null;
  /** Where the reader would like an answer. */
  email: string | null;
  state: 'open' | 'done';
  /** Who sent it, if they were signed in or sent a key. */
  workspace_id: string | null;
  actor_type: 'api_key' | 'oauth_client' | 'person' | null;
  actor_id: string | null;
  created_at: string;
  /** When it was sent to the provider by e-mail. */
  mailed_at: string | null;
}
