import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { callerOf } from '../caller.ts';
import type { PlatformCall } from '../handler.ts';

/** The workspace of the portal's provider (`PROVIDER_WORKSPACE`); refuses with 403 whoever calls from another one. */
export function requireProvider(call: PlatformCall): string {
  const { workspaceId } = callerOf(call);
  if (workspaceId === call.context.config.providerWorkspace) return workspaceId;
  throw new Refusal('provider_only', say('suggestions.provider-only'));
}
