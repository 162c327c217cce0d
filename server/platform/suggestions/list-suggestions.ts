import { showSuggestion } from '../../suggestions/show-suggestion.ts';
import { readSuggestions } from '../../suggestions/suggestion-store.ts';
import type { Handler } from '../handler.ts';
import { answerPage, byNumber } from '../paging.ts';
import { requireProvider } from './require-provider.ts';

const paging = byNumber('suggestions');

/** `GET /suggestions`: what readers of the portal have suggested, newest first. */
export const listSuggestions: Handler<'listSuggestions'> = async (call) => {
  requireProvider(call);
  const { limit: _limit, cursor: _cursor, ...search } = call.query;
  const found = await readSuggestions(call.context.db, { ...search, ...paging.read(call.query) });
  return answerPage(paging, found, found.rows.map(showSuggestion));
};
