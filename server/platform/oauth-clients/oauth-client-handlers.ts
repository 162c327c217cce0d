import type { Handler } from '../../pipeline/handle-request.ts';
import { createOAuthClient } from './create-oauth-client.ts';
import { deleteOAuthClient } from './delete-oauth-client.ts';
import { getOAuthClient } from './get-oauth-client.ts';
import { listOAuthClients } from './list-oauth-clients.ts';
import { rotateOAuthClientSecret } from './rotate-oauth-client-secret.ts';
import { updateOAuthClient } from './update-oauth-client.ts';

/** The operations about OAuth clients, by operationId. */
export const oauthClientHandlers: Record<string, Handler> = {
  listOAuthClients,
  createOAuthClient,
  getOAuthClient,
  updateOAuthClient,
  deleteOAuthClient,
  rotateOAuthClientSecret,
};
