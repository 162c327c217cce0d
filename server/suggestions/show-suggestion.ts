import type { SuggestionRow } from '../db/schema.ts';

/** A suggestion as the platform API shows it, and its event. */
export function showSuggestion(row: SuggestionRow): Record<string, unknown> {
  const { id, text, page, language, api, email, state, workspace_id, actor_type, actor_id, created_at } = row;
  const sender = actor_type && { workspace_id, type: actor_type, id: actor_id };
  return { id, text, page, language, api, email, state, sender, created_at };
}
