import { translate } from '@docusaurus/Translate';
import type { Grouping, Period } from './usage-query.ts';

export function periodText(period: Period): string {
  switch (period) {
    case '1h':
      return translate({ id: 'usage.period.1h', message: '1 hora' });
    case '24h':
      return translate({ id: 'usage.period.24h', message: '24 horas' });
    case '7d':
      return translate({ id: 'usage.period.7d', message: '7 dias' });
    case '30d':
      return translate({ id: 'usage.period.30d', message: '30 dias' });
  }
}

/** By what calls are grouped, as a heading of a column. */
export function groupingText(by: Grouping): string {
  switch (by) {
    case 'api':
      return translate({ id: 'usage.by.api', message: 'API' });
    case 'operation':
      return translate({ id: 'usage.by.operation', message: 'Operação' });
    case 'version':
      return translate({ id: 'usage.by.version', message: 'Versão' });
    case 'credential':
      return translate({ id: 'usage.by.credential', message: 'Chave' });
    case 'status':
      return translate({ id: 'usage.by.status', message: 'Status' });
    case 'error_code':
      return translate({ id: 'usage.by.errorCode', message: 'Código de erro' });
  }
}

/** What the calls of a group without a name have in common. */
export function namelessText(by: Grouping): string {
  switch (by) {
    case 'operation':
      return translate({ id: 'usage.nameless.operation', message: 'Endereço desconhecido' });
    case 'version':
      return translate({ id: 'usage.nameless.version', message: 'Sem versão' });
    case 'credential':
      return translate({ id: 'usage.nameless.credential', message: 'Credencial recusada' });
    case 'error_code':
      return translate({ id: 'usage.nameless.errorCode', message: 'Sem erro' });
    default:
      return '–';
  }
}
