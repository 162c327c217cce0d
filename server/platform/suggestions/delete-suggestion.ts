import { removeSuggestion } from '../../suggestions/suggestion-store.ts';
import type { Handler } from '../handler.ts';
import { requireProvider } from './require-provider.ts';

/** `DELETE /suggestions/{suggestion_id}`: deletes a suggestion and its event. */
export const deleteSuggestion: Handler<'deleteSuggestion'> = async (call) => {
  const workspaceId = requireProvider(call);
  await removeSuggestion(call.context.db, workspaceId, call.path.suggestion_id);
  return { status: 204 };
};
