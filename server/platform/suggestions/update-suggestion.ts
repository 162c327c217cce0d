import { showSuggestion } from '../../suggestions/show-suggestion.ts';
import { changeSuggestion } from '../../suggestions/suggestion-store.ts';
import type { Handler } from '../handler.ts';
import { requireProvider } from './require-provider.ts';

/** `PATCH /suggestions/{suggestion_id}`: marks a suggestion as done, or as open again. */
export const updateSuggestion: Handler<'updateSuggestion'> = async (call) => {
  requireProvider(call);
  const row = await changeSuggestion(call.context.db, call.path.suggestion_id, call.body);
  return { status: 200, mediaType: 'application/json', body: showSuggestion(row) };
};
