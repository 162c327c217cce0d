import { joinTexts, say, sayNumber } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import type { AlertKind } from '../../db/alert-tables.ts';
import type { AlertFigures, Subject } from './figures.ts';

/** Figures of an incident in words, with what they are about. */
export function describeFigures(incident: { kind: AlertKind; threshold: number }, figures: AlertFigures): Texts {
  const sentence = sentences[incident.kind](figures, incident.threshold);
  const subjects = figures.subjects.map((subject) => `  ${lineOf(subject)}`).join('\n');
  return subjects ? joinTexts([sentence, subjects], '\n') : sentence;
}

const sentences: Record<AlertKind, (figures: AlertFigures, threshold: number) => Texts> = {
  error_rate: ({ calls, affected, window_minutes }, threshold) =>
    say('alerts.figures.error_rate', { affected, calls, window_minutes, threshold: percent(threshold) }),
  rate_limited: ({ calls, affected, window_minutes }, threshold) =>
    say('alerts.figures.rate_limited', { affected, calls, window_minutes, threshold: percent(threshold) }),
  latency: ({ value, calls, window_minutes }, threshold) =>
    say('alerts.figures.latency', { calls, window_minutes, value: value ?? 0, threshold }),
  silence: ({ calls, value, window_minutes }) =>
    window_minutes === 60
      ? say('alerts.figures.quiet-hour', { calls, value })
      : say('alerts.figures.silence', { window_minutes, value }),
  failing_webhooks: ({ affected }) => say('alerts.figures.failing_webhooks', { affected }),
  expiring_credentials: ({ affected }) => say('alerts.figures.expiring_credentials', { affected }),
};

function lineOf({ id, name, count, ends_at }: Subject): string {
  return [name, id, count, ends_at].filter((part) => part !== null).join(' · ');
}

function percent(share: number): Texts {
  return sayNumber(share, { style: 'percent', maximumFractionDigits: 1 });
}
