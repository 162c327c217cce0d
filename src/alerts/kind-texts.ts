import { translate } from '@docusaurus/Translate';
import type { AlertRule } from '../generated/platform/types.gen.ts';

export type Kind = AlertRule['kind'];

/** What a kind of rule is called, what it watches, and in which unit its threshold is. */
interface KindText {
  name: string;
  what: string;
  unit: string;
  /** A share is written in percent. */
  isShare?: true;
  countsCalls?: true;
}

export function kindTexts(): Record<Kind, KindText> {
  return {
    error_rate: {
      name: translate({ id: 'alerts.kind.errors', message: 'Taxa de erros' }),
      what: translate({ id: 'alerts.kind.errors.what', message: 'Parte das chamadas que termina em 5xx' }),
      unit: '%',
      isShare: true,
      countsCalls: true,
    },
    rate_limited: {
      name: translate({ id: 'alerts.kind.limited', message: 'Limite de requisições' }),
      what: translate({ id: 'alerts.kind.limited.what', message: 'Parte das chamadas que recebe 429' }),
      unit: '%',
      isShare: true,
      countsCalls: true,
    },
    latency: {
      name: translate({ id: 'alerts.kind.latency', message: 'Lentidão' }),
      what: translate({
        id: 'alerts.kind.latency.what',
        message: 'Tempo de resposta que 95% das chamadas não ultrapassam',
      }),
      unit: 'ms',
      countsCalls: true,
    },
    silence: {
      name: translate({ id: 'alerts.kind.silence', message: 'Silêncio' }),
      what: translate({
        id: 'alerts.kind.silence.what',
        message: 'Nenhuma chamada em uma hora do dia que costuma ter ao menos este número delas',
      }),
      unit: translate({ id: 'alerts.unit.calls', message: 'chamadas' }),
      countsCalls: true,
    },
    failing_webhooks: {
      name: translate({ id: 'alerts.kind.webhooks', message: 'Webhooks que falham' }),
      what: translate({
        id: 'alerts.kind.webhooks.what',
        message: 'Falhas seguidas em um endpoint, ou endpoint desativado',
      }),
      unit: translate({ id: 'alerts.unit.failures', message: 'falhas' }),
    },
    expiring_credentials: {
      name: translate({ id: 'alerts.kind.keys', message: 'Chaves prestes a expirar' }),
      what: translate({ id: 'alerts.kind.keys.what', message: 'Tempo até uma chave ou o segredo anterior expirar' }),
      unit: translate({ id: 'alerts.unit.days', message: 'dias' }),
    },
  };
}

/** A threshold as people write it, and back. */
export function shownThreshold(kind: Kind, threshold: number): number {
  return kindTexts()[kind].isShare ? Math.round(threshold * 10_000) / 100 : threshold;
}

export function sentThreshold(kind: Kind, shown: number): number {
  return kindTexts()[kind].isShare ? Math.round(shown * 100) / 10_000 : shown;
}
