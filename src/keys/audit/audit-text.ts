import { translate } from '@docusaurus/Translate';
import type { AuditEvent } from '../../generated/platform/types.gen.ts';

/** Describes an action; an unknown action is shown as is. */
export function actionText(action: string): string {
  switch (action) {
    case 'api_key.created':
      return translate({ id: 'keys.audit.key.created', message: 'Criou a chave' });
    case 'api_key.updated':
      return translate({ id: 'keys.audit.key.updated', message: 'Editou a chave' });
    case 'api_key.rotated':
      return translate({ id: 'keys.audit.key.rotated', message: 'Trocou a chave' });
    case 'api_key.revoked':
      return translate({ id: 'keys.audit.key.revoked', message: 'Revogou a chave' });
    case 'api_key.leaked':
      return translate({ id: 'keys.audit.key.leaked', message: 'Revogou a chave vazada' });
    case 'oauth_client.created':
      return translate({ id: 'keys.audit.client.created', message: 'Criou o cliente' });
    case 'oauth_client.updated':
      return translate({ id: 'keys.audit.client.updated', message: 'Editou o cliente' });
    case 'oauth_client.secret_rotated':
      return translate({ id: 'keys.audit.client.rotated', message: 'Trocou o segredo do cliente' });
    case 'oauth_client.deleted':
      return translate({ id: 'keys.audit.client.deleted', message: 'Excluiu o cliente' });
    case 'workspace.updated':
      return translate({
        id: 'keys.audit.workspace.updated',
        message: 'Alterou as configurações do espaço de trabalho',
      });
    case 'workspace.imported':
      return translate({ id: 'keys.audit.workspace.imported', message: 'Importou um arquivo no espaço de trabalho' });
    case 'member.role_changed':
      return translate({ id: 'keys.audit.member.role', message: 'Alterou o papel de' });
    case 'member.removed':
      return translate({ id: 'keys.audit.member.removed', message: 'Removeu do espaço' });
    case 'invitation.created':
      return translate({ id: 'keys.audit.invitation.created', message: 'Convidou' });
    case 'invitation.resent':
      return translate({ id: 'keys.audit.invitation.resent', message: 'Reenviou o convite a' });
    case 'invitation.revoked':
      return translate({ id: 'keys.audit.invitation.revoked', message: 'Revogou um convite' });
    case 'invitation.accepted':
      return translate({ id: 'keys.audit.invitation.accepted', message: 'Aceitou um convite' });
    default:
      return action;
  }
}

/** The name of the target at present or at the time of the event. */
export function targetText({ target, details }: AuditEvent, names: Map<string, string>): string | undefined {
  if (target.type === 'workspace' || target.type === 'invitation') return textOf(details?.email);
  return names.get(target.id) ?? textOf(details?.name) ?? target.id;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
