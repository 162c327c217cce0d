import { tooManyRequests } from '../../answers/refusal.ts';
import { receiveSuggestion } from '../../suggestions/receive-suggestion.ts';
import type { Handler } from '../handler.ts';

/** `POST /suggestions`: says what is wrong or missing on a page. Anybody may, so many times per address and all together. */
export const createSuggestion: Handler<'createSuggestion'> = async ({ context, incoming, body, findSender }) => {
  const { fromAddress, inAll } = context.suggestionLimits;
  const wait = (await fromAddress(incoming.address)) ?? (await inAll('all'));
  if (wait !== undefined) throw tooManyRequests(wait);
  await receiveSuggestion(context, body, { sender: await findSender(), requestId: incoming.id });
  return { status: 202 };
};
