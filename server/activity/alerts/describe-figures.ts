import type { Texts } from '../../answers/texts.ts';
import type { AlertKind } from '../../db/alert-tables.ts';
import type { AlertFigures, Subject } from './figures.ts';

/** Figures of an incident in words, with what they are about. */
export function describeFigures(incident: { kind: AlertKind; threshold: number }, figures: AlertFigures): Texts {
  const { pt, en } = sentences[incident.kind](figures, incident.threshold);
  const subjects = figures.subjects.map((subject) => `  ${lineOf(subject)}`).join('\n');
  return subjects ? { pt: `${pt}\n${subjects}`, en: `${en}\n${subjects}` } : { pt, en };
}

const sentences: Record<AlertKind, (figures: AlertFigures, threshold: number) => Texts> = {
  error_rate: ({ calls, affected, window_minutes }, threshold) => ({
    pt: `${affected} de ${calls} requisições em ${window_minutes} minutos terminaram em 5xx (limite: ${percent(threshold, 'pt-BR')}).`,
    en: `${affected} of ${calls} requests in ${window_minutes} minutes ended in 5xx (threshold: ${percent(threshold, 'en')}).`,
  }),
  rate_limited: ({ calls, affected, window_minutes }, threshold) => ({
    pt: `${affected} de ${calls} requisições em ${window_minutes} minutos receberam 429 (limite: ${percent(threshold, 'pt-BR')}).`,
    en: `${affected} of ${calls} requests in ${window_minutes} minutes were answered 429 (threshold: ${percent(threshold, 'en')}).`,
  }),
  latency: ({ value, calls, window_minutes }, threshold) => ({
    pt: `95 % de ${calls} requisições em ${window_minutes} minutos levaram até ${value ?? 0} ms (limite: ${threshold} ms).`,
    en: `95 % of ${calls} requests in ${window_minutes} minutes took up to ${value ?? 0} ms (threshold: ${threshold} ms).`,
  }),
  silence: ({ calls, value, window_minutes }) =>
    window_minutes === 60
      ? {
          pt: `${calls} requisições desde o começo da última hora cheia; nos dias anteriores, costuma haver ${value} nessa hora.`,
          en: `${calls} requests since the last full hour began; on the days before, that hour usually has ${value}.`,
        }
      : {
          pt: `Nenhuma requisição há ${window_minutes} minutos, em que costuma haver ${value}.`,
          en: `No requests for ${window_minutes} minutes, in which there usually are ${value}.`,
        },
  failing_webhooks: ({ affected }) => ({
    pt: `Endpoints de webhook que falham: ${affected}.`,
    en: `Webhook endpoints that fail: ${affected}.`,
  }),
  expiring_credentials: ({ affected }) => ({
    pt: `Chaves e segredos que vão expirar: ${affected}.`,
    en: `Keys and secrets about to expire: ${affected}.`,
  }),
};

function lineOf({ id, name, count, ends_at }: Subject): string {
  return [name, id, count, ends_at].filter((part) => part !== null).join(' · ');
}

function percent(share: number, language: string): string {
  return share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });
}
