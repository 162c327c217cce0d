import { translate } from '@docusaurus/Translate';
import type { Delivery, DeliveryError } from '../generated/platform/types.gen.ts';

/** How a delivery stands, as people say it and as a style can tell it. */
export type Standing = 'sending' | 'waiting' | 'held' | 'delivered' | 'failed' | 'skipped';

/** What a delivery is to somebody who looks at the log. */
export function standingOf({ status, held, attempt_count, next_attempt_at }: Delivery): Standing {
  if (status !== 'pending') return status;
  if (held) return 'held';
  return attempt_count > 0 && next_attempt_at ? 'waiting' : 'sending';
}

export function standingText(standing: Standing): string {
  return {
    sending: translate({ id: 'webhooks.standing.sending', message: 'A caminho' }),
    waiting: translate({ id: 'webhooks.standing.waiting', message: 'Vai tentar de novo' }),
    held: translate({ id: 'webhooks.standing.held', message: 'Em espera' }),
    delivered: translate({ id: 'webhooks.standing.delivered', message: 'Entregue' }),
    failed: translate({ id: 'webhooks.standing.failed', message: 'Falhou' }),
    skipped: translate({ id: 'webhooks.standing.skipped', message: 'Não enviada' }),
  }[standing];
}

/** The statuses by which the log is searched. */
export function statusText(status: Delivery['status']): string {
  return status === 'pending'
    ? translate({ id: 'webhooks.status.pending', message: 'Pendente' })
    : standingText(status);
}

/** Why a delivery is where it is, and what can be done; undefined where there is nothing to explain. */
export function explanationOf({ reason, held }: Delivery): string | undefined {
  if (held === 'paused') {
    return translate({
      id: 'webhooks.held.paused',
      message: 'O endpoint está em pausa. A entrega sai assim que ele for retomado.',
    });
  }
  if (held === 'circuit_open') {
    return translate({
      id: 'webhooks.held.circuit',
      message: 'O endpoint vem falhando, por isso só sai uma tentativa por vez. Esta espera a próxima dar certo.',
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
      message: 'O receptor respondeu 410, que quer dizer “não me envie mais nada”. O endpoint foi desativado.',
    }),
    endpoint_disabled: translate({
      id: 'webhooks.reason.disabled',
      message: 'O endpoint estava desativado. Coloque-o em uso e reenvie, se ainda precisar dela.',
    }),
    endpoint_deleted: translate({
      id: 'webhooks.reason.deleted',
      message: 'O endpoint foi excluído antes de ela chegar.',
    }),
    type_not_selected: translate({
      id: 'webhooks.reason.type',
      message: 'O endpoint não recebe este tipo de evento. Edite-o para receber os próximos.',
    }),
  }[reason];
}

/** What made an attempt fail, in a few words. */
export function errorText(code: DeliveryError): string {
  return {
    http_status: translate({ id: 'webhooks.error.status', message: 'O status não é 2xx' }),
    redirect: translate({ id: 'webhooks.error.redirect', message: 'Redirecionamento, que não é seguido' }),
    timeout: translate({ id: 'webhooks.error.timeout', message: 'Não terminou em 20 segundos' }),
    dns_failed: translate({ id: 'webhooks.error.dns', message: 'O nome não tem endereço IP' }),
    blocked_address: translate({ id: 'webhooks.error.blocked', message: 'Endereço que não é permitido' }),
    connection_refused: translate({ id: 'webhooks.error.refused', message: 'Conexão recusada' }),
    connection_reset: translate({ id: 'webhooks.error.reset', message: 'Conexão cortada' }),
    tls_failed: translate({ id: 'webhooks.error.tls', message: 'O certificado não serve' }),
    protocol_error: translate({ id: 'webhooks.error.protocol', message: 'A resposta não é HTTP' }),
    interrupted: translate({ id: 'webhooks.error.interrupted', message: 'O servidor parou no meio' }),
  }[code];
}
