import { removeSuggestion } from '../../suggestions/suggestion-store.ts';
import type { Handler } from '../handler.ts';
import { requireProvider } from './require-provider.ts';

/** `DELETE /suggestions/{suggestion_id}`: deletes a suggestion. */
export const deleteSuggestion: Handler<'deleteSuggestion'> = async (call) => {
  requireProvider(call);
  await removeSuggestion(call.context.db, call.path.suggestion_id);
  return { status: 204 };
};
