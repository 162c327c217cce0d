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
    title: { en: 'The preference cannot be applied', pt: 'A preferência não pode ser aplicada' },
  },
  invalid_request: { status: 400, title: { en: 'The request cannot be read', pt: 'A requisição não pode ser lida' } },
  page_too_large: { status: 400, title: { en: 'The page would be too large', pt: 'A página seria grande demais' } },
  missing_credentials: { status: 401, title: { en: 'No API key was sent', pt: 'Nenhuma chave de API foi enviada' } },
  invalid_key: { status: 401, title: { en: 'The API key is not valid', pt: 'A chave de API não é válida' } },
  expired_key: { status: 401, title: { en: 'The API key has expired', pt: 'A chave de API expirou' } },
  live_key: {
    status: 401,
    title: { en: 'A sandbox does not accept live keys', pt: 'O sandbox não aceita chaves de produção' },
  },
  invalid_token: { status: 401, title: { en: 'The access token is not valid', pt: 'O token de acesso não é válido' } },
  expired_token: { status: 401, title: { en: 'The access token has expired', pt: 'O token de acesso expirou' } },
  live_token: {
    status: 401,
    title: { en: 'A sandbox does not accept live tokens', pt: 'O sandbox não aceita tokens de produção' },
  },
  invalid_sign_in: {
    status: 401,
    title: { en: 'The e-mail or password is incorrect', pt: 'E-mail ou senha incorretos' },
  },
  not_signed_in: { status: 401, title: { en: 'You are not signed in', pt: 'Você não está conectado' } },
  foreign_origin: {
    status: 403,
    title: { en: 'The request comes from another site', pt: 'A requisição vem de outro site' },
  },
  address_not_allowed: {
    status: 403,
    title: {
      en: 'The key is not allowed from this IP address',
      pt: 'A chave não é permitida a partir deste endereço IP',
    },
  },
  insufficient_scope: {
    status: 403,
    title: { en: 'The API key lacks the required scope', pt: 'A chave de API não tem o escopo necessário' },
  },
  insufficient_role: {
    status: 403,
    title: { en: 'The owner of the key lacks the required role', pt: 'O dono da chave não tem o papel necessário' },
  },
  no_access: {
    status: 403,
    title: { en: 'The API key has no access to this record', pt: 'A chave de API não tem acesso a este registro' },
  },
  provider_only: {
    status: 403,
    title: {
      en: "Only the portal's provider may do this",
      pt: 'Só o provedor do portal pode fazer isto',
    },
  },
  quota_exceeded: {
    status: 403,
    title: { en: 'A quota of the workspace is used up', pt: 'Uma cota do espaço de trabalho se esgotou' },
  },
  not_found: { status: 404, title: { en: 'Record not found', pt: 'Registro não encontrado' } },
  no_such_path: { status: 404, title: { en: 'Path not found', pt: 'Caminho não encontrado' } },
  method_not_allowed: {
    status: 405,
    title: { en: 'Method not allowed', pt: 'Método não permitido' },
  },
  not_acceptable: {
    status: 406,
    title: { en: 'No format in Accept is available', pt: 'Nenhum formato de Accept está disponível' },
  },
  gone: { status: 410, title: { en: 'The URL was removed for good', pt: 'A URL foi desativada de vez' } },
  expired_link: { status: 410, title: { en: 'The link is no longer valid', pt: 'O link não é mais válido' } },
  already_exists: { status: 409, title: { en: 'The record already exists', pt: 'O registro já existe' } },
  idempotency_key_in_use: {
    status: 409,
    title: {
      en: 'The first request with this key is still running',
      pt: 'A primeira requisição com esta chave ainda está em andamento',
    },
  },
  precondition_failed: {
    status: 412,
    title: { en: 'The precondition failed', pt: 'A pré-condição não foi atendida' },
  },
  not_offered: {
    status: 412,
    title: { en: 'The record does not offer this link now', pt: 'O registro não oferece este link agora' },
  },
  invalid_state: {
    status: 409,
    title: { en: "The record's state does not allow this", pt: 'A situação do registro não permite isto' },
  },
  request_timeout: { status: 408, title: { en: 'The request took too long', pt: 'A requisição demorou demais' } },
  too_large: { status: 413, title: { en: 'The body is too large', pt: 'O corpo é grande demais' } },
  unsupported_media_type: {
    status: 415,
    title: { en: 'The media type of the body is not accepted', pt: 'O tipo de mídia do corpo não é aceito' },
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
    title: {
      en: 'The upstream server sent an invalid response',
      pt: 'O servidor de origem enviou uma resposta inválida',
    },
  },
  unavailable: {
    status: 503,
    title: { en: 'The service is unavailable', pt: 'O serviço está indisponível' },
  },
  gateway_timeout: {
    status: 504,
    title: { en: 'The upstream server did not respond in time', pt: 'O servidor de origem não respondeu a tempo' },
  },
  simulated_error: { status: 500, title: { en: 'A simulated error', pt: 'Um erro simulado' } },
  mail_not_sent: { status: 503, title: { en: 'The e-mail could not be sent', pt: 'O e-mail não pôde ser enviado' } },
  faulty_document: {
    status: 503,
    title: { en: 'This API has errors and is not served', pt: 'Esta API tem erros e não está no ar' },
  },
} satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof refusalKinds;
