import { notFound } from '../../answers/refusal.ts';
import { rotateSecret } from '../../webhooks/endpoint-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

const day = 24 * 60 * 60;

/**
 * `POST /webhook_endpoints/{endpoint_id}/secrets`: creates a secret; the previous one also signs for a while, by the real
 * clock.
 */
export const rotateWebhookSecret: Handler<'rotateWebhookSecret'> = async (call) => {
  const { db, peppers } = call.context;
  const id = call.path.endpoint_id;
  const { overlap_seconds = day } = call.body ?? {};
  const caller = callerOf(call);
  const until = overlap_seconds > 0 ? new Date(caller.real.getTime() + overlap_seconds * 1000) : null;
  const secret = await rotateSecret(db, peppers, { ...caller, id }, until);
  if (!secret) throw notFound(id);
  const body = { secret, previous_secret_expires_at: until?.toISOString() ?? null };
  return { status: 201, mediaType: 'application/json', headers: { 'cache-control': 'no-store' }, body };
};
