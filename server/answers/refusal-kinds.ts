import type { Texts } from './texts.ts';

export interface RefusalKind {
  status: number;
  title: Texts;
}

/** Every reason to refuse a request, with its status; the guide on errors has a heading for each. */
export const refusalKinds = {
  invalid_json: { status: 400, title: { en: 'The body is not valid JSON', pt: 'O corpo não é um JSON válido' } },
  invalid_idempotency_key: {
    status: 400,
    title: { en: 'The idempotency key is not valid', pt: 'A chave de idempotência não é válida' },
  },
  invalid_form: {
    status: 400,
    title: { en: 'The body is not a valid form', pt: 'O corpo não é um formulário válido' },
  },
  invalid_xml: { status: 400, title: { en: 'The body is not valid XML', pt: 'O corpo não é um XML válido' } },
  invalid_preference: {
    status: 400,
    title: { en: 'The preference cannot be followed', pt: 'A preferência não pode ser atendida' },
  },
  invalid_request: { status: 400, title: { en: 'The request cannot be read', pt: 'A requisição não pode ser lida' } },
  missing_credentials: { status: 401, title: { en: 'No API key was sent', pt: 'Nenhuma chave de API foi enviada' } },
  invalid_key: { status: 401, title: { en: 'The API key is not valid', pt: 'A chave de API não é válida' } },
  expired_key: { status: 401, title: { en: 'The API key has expired', pt: 'A chave de API expirou' } },
  live_key: {
    status: 401,
    title: { en: 'A sandbox does not accept live keys', pt: 'O sandbox não aceita chaves de produção' },
  },
  invalid_token: { status: 401, title: { en: 'The access token is not valid', pt: 'O token de acesso não é válido' } },
  expired_token: { status: 401, title: { en: 'The access token has expired', pt: 'O token de acesso venceu' } },
  live_token: {
    status: 401,
    title: { en: 'A sandbox does not accept live tokens', pt: 'O sandbox não aceita tokens de produção' },
  },
  invalid_sign_in: {
    status: 401,
    title: { en: 'E-mail and password do not match', pt: 'E-mail e senha não conferem' },
  },
  not_signed_in: { status: 401, title: { en: 'You are not signed in', pt: 'Ninguém entrou nesta sessão' } },
  foreign_origin: {
    status: 403,
    title: { en: 'The request comes from another site', pt: 'A requisição vem de outro site' },
  },
  address_not_allowed: {
    status: 403,
    title: { en: 'The key is not allowed from this address', pt: 'A chave não vale neste endereço' },
  },
  insufficient_scope: { status: 403, title: { en: 'The API key lacks a scope', pt: 'Falta um escopo à chave de API' } },
  insufficient_role: {
    status: 403,
    title: { en: 'The owner of the key lacks a role', pt: 'Falta um papel ao dono da chave' },
  },
  no_access: {
    status: 403,
    title: { en: 'The API key has no access to it', pt: 'A chave de API não tem acesso a ele' },
  },
  not_found: { status: 404, title: { en: 'There is no such record', pt: 'Registro não encontrado' } },
  no_such_path: { status: 404, title: { en: 'There is no such path', pt: 'Endereço não encontrado' } },
  method_not_allowed: {
    status: 405,
    title: { en: 'This path does not take this method', pt: 'Método não permitido neste endereço' },
  },
  not_acceptable: {
    status: 406,
    title: { en: 'Nothing in Accept can be answered', pt: 'Nenhum formato pedido em Accept é atendido' },
  },
  gone: { status: 410, title: { en: 'It is gone for good', pt: 'O endereço foi retirado de vez' } },
  expired_link: { status: 410, title: { en: 'The link is no longer valid', pt: 'O link não vale mais' } },
  already_exists: { status: 409, title: { en: 'It exists already', pt: 'O registro já existe' } },
  idempotency_key_in_use: {
    status: 409,
    title: {
      en: 'The first request with this key is still running',
      pt: 'A primeira requisição com esta chave ainda está em andamento',
    },
  },
  precondition_failed: {
    status: 412,
    title: { en: 'It is not as the request expects it', pt: 'O registro não está como a requisição espera' },
  },
  not_offered: {
    status: 412,
    title: { en: 'The record does not offer this now', pt: 'O registro não oferece isto agora' },
  },
  invalid_state: {
    status: 409,
    title: { en: 'The record is in a state that does not allow it', pt: 'A situação do registro não permite isto' },
  },
  request_timeout: { status: 408, title: { en: 'The request took too long', pt: 'A requisição demorou demais' } },
  too_large: { status: 413, title: { en: 'The body is too large', pt: 'O corpo é grande demais' } },
  unsupported_media_type: {
    status: 415,
    title: { en: 'The body has a media type that is not taken', pt: 'O tipo do corpo não é aceito' },
  },
  invalid_fields: { status: 422, title: { en: 'Some fields are not valid', pt: 'Há campos inválidos' } },
  idempotency_key_reused: {
    status: 422,
    title: {
      en: 'The idempotency key belongs to another request',
      pt: 'A chave de idempotência é de outra requisição',
    },
  },
  headers_too_large: {
    status: 431,
    title: { en: 'The headers are too large', pt: 'Os cabeçalhos são grandes demais' },
  },
  too_many_requests: { status: 429, title: { en: 'Too many requests', pt: 'Requisições demais' } },
  internal_error: { status: 500, title: { en: 'Something failed on our side', pt: 'Algo falhou do nosso lado' } },
  bad_gateway: {
    status: 502,
    title: { en: 'The upstream server sent an invalid response', pt: 'O servidor por trás não respondeu como devia' },
  },
  unavailable: {
    status: 503,
    title: { en: 'The service is not available now', pt: 'O serviço não está disponível agora' },
  },
  gateway_timeout: {
    status: 504,
    title: { en: 'The upstream server did not respond in time', pt: 'O servidor por trás não respondeu a tempo' },
  },
  simulated_error: { status: 500, title: { en: 'A simulated error', pt: 'Um erro simulado' } },
  mail_not_sent: { status: 503, title: { en: 'The letter could not be sent', pt: 'O e-mail não pôde ser enviado' } },
  faulty_document: {
    status: 503,
    title: { en: 'The document of this API has faults', pt: 'O documento desta API tem defeitos' },
  },
} satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof refusalKinds;
