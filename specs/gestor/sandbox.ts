import {
  administratorsOnly,
  codigoMensagem,
  defineProfile,
  lastChange,
  leakyBucket,
  pageNumber,
  pageOf,
  plainTime,
  totalPagesOf,
} from 'cais/dialect';
import { orderTotals } from './order-totals.ts';

export const profile = defineProfile({
  access: administratorsOnly,
  errors: codigoMensagem,
  statuses: {
    missing_credentials: 403,
    invalid_key: 403,
    expired_key: 403,
    live_key: 403,
    invalid_fields: 400,
    already_exists: 400,
  },
  charsetRequired: true,
  times: plainTime,
  pagination: pageNumber({
    page: 'pagina',
    perPage: 'limite',
    size: 100,
    max: 500,
    headers: (page) => ({
      'x-limite': String(page.limit),
      'x-pagina': String(pageOf(page)),
      'x-list-count': String(page.count),
      'x-total-count': String(page.total),
      'x-total-pages': String(totalPagesOf(page)),
    }),
  }),
  lastChange: lastChange({
    property: 'ultima_alteracao',
    parameter: 'alterado_apos',
    removals: { store: 'remocoes', describe: (recurso, id) => ({ recurso, registro_id: Number(id) }) },
  }),
  limits: leakyBucket({ capacity: 100, perSecond: 20, header: 'x-rate-limit-retry-after-seconds' }),
  resources: {
    clientes: { unique: ['cpf_cnpj'] },
    produtos: { unique: ['codigo'] },
    pedidos: {
      references: { cliente_id: 'clientes', 'itens.produto_id': 'produtos' },
      embeds: { cliente: 'cliente_id' },
      derive: orderTotals,
    },
  },
});
