import { translate } from '@docusaurus/Translate';
import { formatDuration, formatSize } from '../format/format-figures.ts';
import { numberFormat } from '../format/formatters.ts';
import type { Figures } from '../generated/platform/types.gen.ts';
import type { Criteria } from './requests-link.ts';

/** A figure that the page shows: its name, how it is written and compared, and the requests behind it. */
export interface ShownFigure {
  name: Exclude<keyof Figures, 'not_logged'>;
  label: string;
  write: (value: number, locale: string) => string;
  compared: 'share' | 'difference' | 'points' | 'time';
  behind?: Criteria;
}

/** Writes a count: `1.234`. */
export function writeCount(value: number, locale: string): string {
  return numberFormat(locale).format(value);
}

/** Writes a share: `6,3%`. */
export function writeShare(value: number, locale: string): string {
  const digits = value > 0 && value < 0.1 ? 1 : 0;
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value);
}

/** All figures, in the order of the page. Call it while rendering: its texts are in the reader's language. */
export function listFigures(): ShownFigure[] {
  return [
    {
      name: 'calls',
      label: translate({ id: 'usage.calls', message: 'Chamadas' }),
      write: writeCount,
      compared: 'share',
      behind: {},
    },
    {
      name: 'error_rate',
      label: translate({ id: 'usage.errorRate', message: 'Taxa de erro' }),
      write: writeShare,
      compared: 'points',
    },
    {
      name: 'client_errors',
      label: translate({ id: 'usage.clientErrors', message: 'Erros 4xx' }),
      write: writeCount,
      compared: 'difference',
      behind: { status: '4xx-429' },
    },
    {
      name: 'rate_limited',
      label: translate({ id: 'usage.rateLimited', message: 'Limites (429)' }),
      write: writeCount,
      compared: 'difference',
      behind: { status: '429' },
    },
    {
      name: 'server_errors',
      label: translate({ id: 'usage.serverErrors', message: 'Falhas 5xx' }),
      write: writeCount,
      compared: 'difference',
      behind: { status: '5xx' },
    },
    ...(['p50', 'p95', 'p99'] as const).map((name): ShownFigure => {
      return { name: `${name}_ms`, label: name, write: formatDuration, compared: 'time', behind: {} };
    }),
    {
      name: 'request_bytes',
      label: translate({ id: 'usage.sent', message: 'Enviado' }),
      write: formatSize,
      compared: 'share',
      behind: {},
    },
    {
      name: 'response_bytes',
      label: translate({ id: 'usage.received', message: 'Recebido' }),
      write: formatSize,
      compared: 'share',
      behind: {},
    },
  ];
}
