import { showSuggestion } from '../../suggestions/show-suggestion.ts';
import { getSuggestionRow } from '../../suggestions/suggestion-store.ts';
import type { Handler } from '../handler.ts';
import { requireProvider } from './require-provider.ts';

/** `GET /suggestions/{suggestion_id}`: one suggestion. */
export const getSuggestion: Handler<'getSuggestion'> = async (call) => {
  requireProvider(call);
  const row = await getSuggestionRow(call.context.db, call.path.suggestion_id);
  return { status: 200, mediaType: 'application/json', body: showSuggestion(row) };
};
