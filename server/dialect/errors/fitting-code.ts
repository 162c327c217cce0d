import type { Refusal } from '../../answers/refusal.ts';

/** What APIs call each reason, without case, punctuation and words such as `error`; the closest name first. */
const namesByStatus: Record<number, string> = {
  400: 'invalidrequest badrequest invalid invalidinput invalidparameter invalidparameters invalidargument validation',
  401: 'unauthorized unauthenticated unauthorised authentication authenticationrequired authenticationfailed notauthenticated invalidcredentials invalidtoken invalidapikey invalidkey invalidclient auth naoautorizado noautorizado naoautenticado noautenticado',
  403: 'forbidden permissiondenied accessdenied permission insufficientscope insufficientpermissions notallowed authorization notauthorized acessonegado accesodenegado proibido prohibido',
  404: 'notfound nosuch missing doesnotexist notexists naoencontrado noencontrado inexistente noexiste',
  405: 'methodnotallowed notallowed metodonaopermitido metodonopermitido',
  406: 'notacceptable',
  408: 'timeout requesttimeout',
  409: 'conflict alreadyexists duplicate duplicated exists notunique invalidstate aborted conflito conflicto jaexiste yaexiste duplicado',
  410: 'gone removed',
  412: 'preconditionfailed failedprecondition precondition',
  413: 'payloadtoolarge contenttoolarge toolarge requestentitytoolarge',
  415: 'unsupportedmediatype unsupportedmedia mediatypenotsupported',
  422: 'validation validationfailed unprocessableentity unprocessablecontent unprocessable invalidfields invalidfield invalidparameter invalidparameters invalidparam invalidargument invalidinput invaliddata invalidvalue invalid invalidrequest badrequest validacao validacion invalido parametroinvalido dadosinvalidos datosinvalidos requisicaoinvalida solicitudinvalida',
  429: 'toomanyrequests ratelimit ratelimited ratelimitexceeded ratelimitreached limitexceeded throttled throttling resourceexhausted quotaexceeded',
  500: 'internalserver internal server serverfailure unexpected unknown interno errointerno',
  501: 'notimplemented unimplemented',
  502: 'badgateway',
  503: 'serviceunavailable unavailable temporarilyunavailable overloaded indisponivel nodisponible',
  504: 'gatewaytimeout timeout deadlineexceeded',
};

const namesByField: Record<string, string> = {
  required: 'required missing missingfield missingparameter blank cannotbeblank obrigatorio requerido obligatorio',
  invalid_type: 'invalidtype wrongtype typemismatch',
  invalid_format: 'invalidformat format badformat malformed formatoinvalido',
  invalid_length: 'invalidlength length toolong tooshort',
  out_of_range: 'outofrange range invalidrange',
  not_allowed_value: 'invalidvalue notallowed notinenum invalidoption',
  unknown_field: 'unknownfield unknown unexpected unrecognized notallowed',
};

const general = {
  client:
    'invalidrequest badrequest invalid request client failure fail failed erro falha fallo error other general generic',
  server: 'api server failure fail failed erro falha fallo error other general generic',
};

const filler = /^(error|errors|err|exception|erro|resource|record|entity|object|item|the|e)$/;

/**
 * The member of an enum that means a refusal, or what is wrong with a field: `RESOURCE_NOT_FOUND`, `validation_error`. Undefined where none
 * does; with `isGeneral`, one that says no more than that it failed will do, too.
 */
export function findFittingCode(
  members: unknown[],
  { code, status }: Pick<Refusal, 'code' | 'status'>,
  { field, isGeneral = false }: { field?: string; isGeneral?: boolean } = {},
): unknown {
  if (members.includes(status)) return status;
  const kind = status >= 500 ? 'server' : 'client';
  const exact = [
    field ?? code,
    ...listOf(field && `${namesByField[field] ?? ''} invalidvalue`),
    ...listOf(namesByStatus[status]),
  ];
  const wanted = [...exact, ...(isGeneral || status === 400 ? listOf(general[kind]) : [])].map(plain);
  const named = members.map((member) => ({ member, names: [plain(String(member)), essence(String(member))] }));
  const fitting = wanted.find((name) => named.some(({ names }) => names.includes(name)));
  return fitting && named.find(({ names }) => names.includes(fitting))?.member;
}

function listOf(names: string | undefined): string[] {
  return names?.split(' ').filter(Boolean) ?? [];
}

function plain(text: string): string {
  return wordsOf(text).join('');
}

/** A name without words that every error may have; all of it where it has no others. */
function essence(text: string): string {
  const words = wordsOf(text);
  return words.filter((word) => !filler.test(word)).join('') || words.join('');
}

function wordsOf(text: string): string[] {
  const apart = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return apart
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}
