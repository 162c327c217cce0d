import { Refusal } from '../../answers/refusal.ts';
import { callerOf } from '../caller.ts';
import type { PlatformCall } from '../handler.ts';

/** The workspace of the portal's provider (`PROVIDER_WORKSPACE`); refuses with 403 whoever calls from another one. */
export function requireProvider(call: PlatformCall): string {
  const { workspaceId } = callerOf(call);
  if (workspaceId === call.context.config.providerWorkspace) return workspaceId;
  throw new Refusal('provider_only', {
    en: "Only the portal's provider can read suggestions: sign in and choose the provider's workspace, or send a key of it.",
    pt: 'Só o provedor do portal pode ler as sugestões: entre na sua conta e escolha o espaço de trabalho dele ou envie uma chave desse espaço.',
  });
}
