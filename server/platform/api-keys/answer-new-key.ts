import type { Answer } from '../../answers/answer.ts';
import { publicPath } from '../../answers/public-path.ts';
import type { ApiKeyRow } from '../../db/schema.ts';
import type { PlatformCall } from '../handler.ts';
import { showApiKey } from './show-api-key.ts';

/** Responds with a new key and its secret; the response must not be cached. */
export async function answerNewKey(call: PlatformCall, key: ApiKeyRow, secret: string): Promise<Answer> {
  return {
    status: 201,
    mediaType: 'application/json',
    headers: {
      'cache-control': 'no-store',
      location: `${publicPath(call.context.config.publicUrl)}/platform/v1/api_keys/${key.id}`,
    },
    body: { ...(await showApiKey(call, key)), secret },
  };
}
