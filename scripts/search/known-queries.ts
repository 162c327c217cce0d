import type { Locale } from '../../server/settings/languages.ts';

/** What a reader types, and the addresses of which one should be the first result; `here` is the API on whose page they are. */
export interface KnownQuery {
  query: string;
  first: string[];
  here?: string;
}

const q = (query: string, ...first: string[]): KnownQuery => ({ query, first });
const on = (here: string, query: string, ...first: string[]): KnownQuery => ({ query, first, here });

const webhooks = ['/webhooks', '/guides/webhooks'];
const customers = ['/reference/notas/list-customers', '/reference/gestor/listar-clientes'];
const newCustomer = ['/reference/notas/create-customer', '/reference/gestor/criar-cliente'];
const noCustomer = ['/reference/notas/delete-customer', '/reference/gestor/remover-cliente'];
const invoice = '/reference/notas/create-service-invoice';
const cancelled = ['/reference/notas/cancel-service-invoice', '/reference/recebiveis/cancel-payable'];
const charges = ['/reference/notas/list-charges', '/reference/notas/create-charge'];
const keys = ['/keys', '/reference/platform/list-api-keys'];
const limits = '/guides/limits';
const retries = '/guides/webhook-retries';

/** Queries about the APIs that ship with Cais, by the language of the pages: typing errors, synonyms, verbs, paths, codes and fields. */
export const knownQueries: Record<Locale, KnownQuery[]> = {
  'pt-BR': [
    q('webhok', ...webhooks),
    q('wehbook', ...webhooks),
    q('web hook', ...webhooks),
    q('emitir nota', invoice),
    q('emtir nota', invoice),
    q('criar nota fiscal', invoice),
    q('create invoice', invoice),
    q('cancelar nota', '/reference/notas/cancel-service-invoice'),
    q('como cancelar uma nota', '/reference/notas/cancel-service-invoice'),
    q('estornar', ...cancelled),
    q('boleto', ...charges),
    q('cobrança', ...charges),
    q('clientes', ...customers),
    on('notas', 'clientes', '/reference/notas/list-customers'),
    on('gestor', 'clientes', '/reference/gestor/listar-clientes'),
    q('cadastrar cliente', ...newCustomer),
    q('apagar cliente', ...noCustomer),
    q('deletar cliente', ...noCustomer),
    q('buscar pedidos', '/reference/gestor/listar-pedidos'),
    q('GET /v1/customers', '/reference/notas/list-customers'),
    q('/v1/customers/cus_8aF3', '/reference/notas/get-customer'),
    q('https://api.example.com/v1/customers/123?x=1', '/reference/notas/get-customer'),
    q('createCustomer', '/reference/notas/create-customer'),
    q('listar clientes notas', '/reference/notas/list-customers'),
    q('federal_tax_number', '/reference/notas/create-customer', '/reference/notas/create-company'),
    q('federal_tax_numbr', '/reference/notas/create-customer', '/reference/notas/create-company'),
    q('invalid_json', '/guides/errors#invalid_json'),
    q('already_exists', '/guides/errors#already_exists'),
    q('insuficient_scope', '/guides/errors#insufficient_scope'),
    q('422', '/guides/errors'),
    q('paginacao', '/guides/pagination'),
    q('idempotncia', '/guides/idempotency'),
    q('limite de requisicoes', limits),
    q('rate limit', limits),
    q('assinatura do webhook', '/guides/webhook-signatures'),
    q('chaves', ...keys),
    q('apikey', ...keys),
    q('erros', '/guides/errors'),
    q('novas tentativas', retries),
    q('requisições', '/requests'),
    q('esqueci a senha', '/reset-password'),
    q('sign in', '/sign-in'),
  ],
  en: [
    q('webhok', ...webhooks),
    q('webhook', ...webhooks),
    q('emitir nota', invoice),
    q('create invoice', invoice),
    q('issue an invoce', invoice),
    q('cancel', ...cancelled),
    q('refund', ...cancelled),
    q('boleto', ...charges),
    q('delete customer', ...noCustomer),
    q('remove a custmer', ...noCustomer),
    q('customers', ...customers),
    q('POST /v1/customers', '/reference/notas/create-customer'),
    q('get /customers/{id}', '/reference/notas/get-customer'),
    q('orders', '/reference/gestor/listar-pedidos'),
    q('federal_tax_number', '/reference/notas/create-customer', '/reference/notas/create-company'),
    q('invalid_json', '/guides/errors#invalid_json'),
    q('429', limits, '/guides/errors'),
    q('rate limit', limits),
    q('how do I paginate', '/guides/pagination'),
    q('autentication', '/guides/authentication'),
    q('verify webhook signature', '/guides/webhook-signatures'),
    q('signatures', '/guides/webhook-signatures'),
    q('retries', retries),
    q('rotate key', '/reference/platform/rotate-api-key'),
    q('access token', '/reference/platform/create-access-token', '/guides/authentication'),
    q('X-Request-Id', '/requests', '/guides/find-out-why#from-the-x-request-id'),
    q('reset password', '/reset-password'),
    q('typescript client', '/guides/sdk'),
  ],
  es: [
    q('webhok', ...webhooks),
    q('emitir factura', invoice),
    q('crear factura', invoice),
    q('fatcura', invoice, '/reference/notas/list-service-invoices', '/reference/notas/get-service-invoice'),
    q('anular factura', '/reference/notas/cancel-service-invoice'),
    q('reembolso', ...cancelled),
    q('boleto', ...charges),
    q('borrar cliente', ...noCustomer),
    q('clientes', ...customers),
    q('paginacion', '/guides/pagination'),
    q('autenticasion', '/guides/authentication'),
    q('firma del webhook', '/guides/webhook-signatures'),
    q('limite de peticiones', limits),
    q('claves', ...keys),
    q('invalid_json', '/guides/errors#invalid_json'),
  ],
};
