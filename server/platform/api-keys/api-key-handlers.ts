import type { Handler } from '../../pipeline/handle-request.ts';
import { createApiKey } from './create-api-key.ts';
import { getApiKey } from './get-api-key.ts';
import { getApiKeyUsage } from './get-api-key-usage.ts';
import { listApiKeys } from './list-api-keys.ts';
import { reportLeakedApiKey } from './report-leaked-api-key.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';
import { updateApiKey } from './update-api-key.ts';
import { verifyApiKey } from './verify-api-key.ts';

/** The operations about API keys, by operationId. */
export const apiKeyHandlers: Record<string, Handler> = {
  listApiKeys,
  createApiKey,
  getApiKey,
  updateApiKey,
  revokeApiKey,
  rotateApiKey,
  getApiKeyUsage,
  verifyApiKey,
  reportLeakedApiKey,
};
