import { translate } from '@docusaurus/Translate';
import type { Delivery, DeliveryError } from '../generated/platform/types.gen.ts';

/** The state of a delivery as shown to people and used in styles. */
export type DeliveryState = 'sending' | 'waiting' | 'held' | 'delivered' | 'failed' | 'skipped';

/** The state of a delivery from the reader's point of view. */
export function stateOf({ status, held, attempt_count, next_attempt_at }: Delivery): DeliveryState {
  if (status !== 'pending') return status;
  if (held) return 'held';
  return attempt_count > 0 && next_attempt_at ? 'waiting' : 'sending';
}

export function stateText(state: DeliveryState): string {
  return {
    sending: translate({ id: 'webhooks.standing.sending', message: 'Enviando' }),
    waiting: translate({ id: 'webhooks.standing.waiting', message: 'Vai tentar de novo' }),
    held: translate({ id: 'webhooks.standing.held', message: 'Em espera' }),
    delivered: translate({ id: 'webhooks.standing.delivered', message: 'Entregue' }),
    failed: translate({ id: 'webhooks.standing.failed', message: 'Falhou' }),
    skipped: translate({ id: 'webhooks.standing.skipped', message: 'Não enviada' }),
  }[state];
}

/** The text of a status, for the log's filter. */
export function statusText(status: Delivery['status']): string {
  return status === 'pending' ? translate({ id: 'webhooks.status.pending', message: 'Pendente' }) : stateText(status);
}

/** Why a delivery is in its state, and what can be done; undefined if there is nothing to explain. */
export function explanationOf({ reason, held }: Delivery): string | undefined {
  if (held === 'paused') {
    return translate({
      id: 'webhooks.held.paused',
      message: 'O endpoint está pausado. A entrega é enviada assim que ele for retomado.',
    });
  }
  if (held === 'circuit_open') {
    return translate({
      id: 'webhooks.held.circuit',
      message:
        'O endpoint está falhando, por isso só sai uma tentativa por vez. Esta entrega espera até que uma dê certo.',
    });
  }
  if (held === 'unconfirmed') {
    return translate({
      id: 'webhooks.held.unconfirmed',
      message:
        'O receptor ainda não respondeu 2xx. Até que responda, ele recebe só uma tentativa a cada 10 minutos, de todos os espaços juntos. Adiantar o relógio não muda isso.',
    });
  }
  if (held === 'host_pace' || held === 'workspace_pace') {
    return held === 'host_pace'
      ? translate({
          id: 'webhooks.held.host',
          message: 'Este host já está recebendo o máximo por segundo. A entrega sai quando chegar a vez dela.',
        })
      : translate({
          id: 'webhooks.held.workspace',
          message: 'O espaço já enviou o máximo por minuto. A entrega sai quando chegar a vez dela.',
        });
  }
  if (!reason) return undefined;
  return {
    exhausted: translate({
      id: 'webhooks.reason.exhausted',
      message: 'Todas as tentativas falharam. Corrija o receptor e reenvie.',
    }),
    gone: translate({
      id: 'webhooks.reason.gone',
      message: 'O receptor respondeu 410, que significa “não me envie mais nada”. O endpoint foi desativado.',
    }),
    endpoint_disabled: translate({
      id: 'webhooks.reason.disabled',
      message: 'O endpoint estava desativado. Reative-o e reenvie, se ainda precisar desta entrega.',
    }),
    endpoint_deleted: translate({
      id: 'webhooks.reason.deleted',
      message: 'O endpoint foi excluído antes da entrega.',
    }),
    type_not_selected: translate({
      id: 'webhooks.reason.type',
      message: 'O endpoint não recebe este tipo de evento. Edite-o para receber os próximos.',
    }),
  }[reason];
}

/** Why an attempt failed, in a few words. */
export function errorText(code: DeliveryError): string {
  return {
    http_status: translate({ id: 'webhooks.error.status', message: 'O status não é 2xx' }),
    redirect: translate({ id: 'webhooks.error.redirect', message: 'Redirecionamentos não são seguidos' }),
    timeout: translate({ id: 'webhooks.error.timeout', message: 'Sem resposta completa em 20 segundos' }),
    dns_failed: translate({ id: 'webhooks.error.dns', message: 'O host não tem endereço IP' }),
    blocked_address: translate({ id: 'webhooks.error.blocked', message: 'Endereço não permitido' }),
    unconfirmed_address: translate({
      id: 'webhooks.error.unconfirmed',
      message: 'Não enviada: o endereço IP ainda não confirmou que quer webhooks',
    }),
    connection_refused: translate({ id: 'webhooks.error.refused', message: 'Conexão recusada' }),
    connection_reset: translate({ id: 'webhooks.error.reset', message: 'Conexão interrompida' }),
    tls_failed: translate({ id: 'webhooks.error.tls', message: 'Falha de TLS: confira o certificado' }),
    protocol_error: translate({ id: 'webhooks.error.protocol', message: 'A resposta não é HTTP' }),
    interrupted: translate({ id: 'webhooks.error.interrupted', message: 'O portal parou durante a tentativa' }),
  }[code];
}
