import type { Issue } from '../../answers/issue.ts';
import type { Texts } from '../../answers/texts.ts';
import { atLeast, atMost, characters, type Describe, fields, items } from './counted-things.ts';

type FieldCode =
  | 'required'
  | 'invalid_type'
  | 'invalid_format'
  | 'invalid_length'
  | 'out_of_range'
  | 'not_allowed_value'
  | 'unknown_field'
  | 'blocked_address'
  | 'invalid_value';

export interface FieldMessage {
  code: FieldCode;
  text: Texts;
}

const rules: Record<string, [FieldCode, Describe]> = {
  required: ['required', () => ({ en: 'is required', pt: 'é obrigatório' })],
  type: ['invalid_type', ({ type }) => ({ en: `must be of type ${type}`, pt: `deve ser do tipo ${type}` })],
  format: [
    'invalid_format',
    ({ format }) => ({ en: `must be a valid ${format}`, pt: `deve ser um valor válido no formato ${format}` }),
  ],
  pattern: [
    'invalid_format',
    ({ pattern }) => ({ en: `must match the pattern ${pattern}`, pt: `deve seguir o padrão ${pattern}` }),
  ],
  minLength: ['invalid_length', atLeast(characters)],
  maxLength: ['invalid_length', atMost(characters)],
  minItems: ['invalid_length', atLeast(items)],
  maxItems: ['invalid_length', atMost(items)],
  minProperties: ['invalid_length', atLeast(fields)],
  maxProperties: ['invalid_length', atMost(fields)],
  minimum: ['out_of_range', ({ limit }) => ({ en: `must be at least ${limit}`, pt: `deve ser no mínimo ${limit}` })],
  maximum: ['out_of_range', ({ limit }) => ({ en: `must be at most ${limit}`, pt: `deve ser no máximo ${limit}` })],
  exclusiveMinimum: [
    'out_of_range',
    ({ limit }) => ({ en: `must be greater than ${limit}`, pt: `deve ser maior que ${limit}` }),
  ],
  exclusiveMaximum: [
    'out_of_range',
    ({ limit }) => ({ en: `must be less than ${limit}`, pt: `deve ser menor que ${limit}` }),
  ],
  formatExclusiveMinimum: [
    'out_of_range',
    ({ limit }) => ({ en: `must be later than ${limit}`, pt: `deve ser posterior a ${limit}` }),
  ],
  formatMaximum: [
    'out_of_range',
    ({ limit }) => ({ en: `must not be later than ${limit}`, pt: `não pode ser posterior a ${limit}` }),
  ],
  multipleOf: [
    'out_of_range',
    ({ multipleOf }) => ({ en: `must be a multiple of ${multipleOf}`, pt: `deve ser múltiplo de ${multipleOf}` }),
  ],
  enum: ['not_allowed_value', ({ allowedValues }) => allowed(allowedValues as unknown[])],
  const: ['not_allowed_value', ({ allowedValue }) => allowed([allowedValue])],
  additionalProperties: ['unknown_field', unknownField],
  unevaluatedProperties: ['unknown_field', unknownField],
  unknownField: [
    'unknown_field',
    () => ({
      en: 'is not a field that these records can be filtered by; check its spelling',
      pt: 'não é um campo de filtro destes registros; confira a grafia',
    }),
  ],
  unknownParameter: [
    'unknown_field',
    ({ names }) => ({
      en: `is not taken here; ${listed(names as string[], 'the parameters of this request are', 'this request takes none')}`,
      pt: `não é aceito aqui; ${listed(names as string[], 'os parâmetros desta requisição são', 'esta requisição não tem nenhum')}`,
    }),
  ],
  unknownName: [
    'unknown_field',
    ({ name }) => ({
      en: `names "${name}", which is not a valid field here; check its spelling`,
      pt: `cita "${name}", que não é um campo válido aqui; confira a grafia`,
    }),
  ],
  mark: [
    'invalid_value',
    () => ({
      en: 'is not a cursor for this list and order; use the one from the last response, or start over without it',
      pt: 'não é um cursor desta lista nesta ordem; use o da última resposta ou recomece sem ele',
    }),
  ],
  syntax: [
    'invalid_format',
    ({ column, reason }) => ({
      en: `cannot be read at column ${column}: ${(reason as Texts).en}`,
      pt: `não pode ser lido na coluna ${column}: ${(reason as Texts).pt}`,
    }),
  ],
  moment: [
    'invalid_format',
    () => ({
      en: 'must be a date and time such as 2022-08-03 15:30:00',
      pt: 'deve ser uma data e hora, como 2022-08-03 15:30:00',
    }),
  ],
  currentPassword: ['invalid_value', () => ({ en: 'is not your current password', pt: 'não é a sua senha atual' })],
  uniqueItems: ['invalid_value', () => ({ en: 'must not repeat items', pt: 'não pode repetir itens' })],
  blockedAddress: ['blocked_address', ({ en, pt }) => ({ en: String(en), pt: String(pt) })],
  eventType: [
    'not_allowed_value',
    ({ name }) => ({
      en: `names "${name}", which is not an event type; GET /event_types lists them, "<api>:*" matches all types of an API, and "*" matches all`,
      pt: `cita "${name}", que não é um tipo de evento; GET /event_types lista os tipos, "<api>:*" equivale a todos os de uma API, e "*", a todos`,
    }),
  ],
  version: [
    'not_allowed_value',
    ({ allowedValues }) =>
      (allowedValues as unknown[]).length > 0
        ? allowed(allowedValues as unknown[])
        : { en: 'names an API that has no versions', pt: 'cita uma API que não tem versões' },
  ],
  effort: [
    'invalid_value',
    () => ({
      en: 'takes too long to compare with the document; send fewer values or shorter texts',
      pt: 'demora demais para ser comparado com o documento; envie menos valores ou textos mais curtos',
    }),
  ],
  untold: [
    'invalid_value',
    ({ count }) => ({
      en: `has at least ${count} more invalid fields`,
      pt: `tem pelo menos mais ${count} campos inválidos`,
    }),
  ],
  reference: [
    'invalid_value',
    ({ store }) => ({
      en: `must be the id of an existing record of ${store}`,
      pt: `deve ser o id de um registro existente de ${store}`,
    }),
  ],
};

/** Describes an issue in both languages, with its code in the guide on errors. */
export function describeIssue(issue: Issue): FieldMessage {
  const [code, describe] = rules[issue.keyword] ?? [
    'invalid_value',
    () => ({ en: 'does not match any of the allowed forms', pt: 'não corresponde a nenhuma das formas aceitas' }),
  ];
  const { en, pt } = describe(issue.params);
  const name = issue.field || 'body';
  const place =
    issue.in === 'body' ? { en: '', pt: '' } : { en: ` (${issue.in} parameter)`, pt: ` (parâmetro em ${issue.in})` };
  return {
    code,
    text: { en: sentence(`"${name}"${place.en} ${en}`), pt: sentence(`"${issue.field || 'corpo'}"${place.pt} ${pt}`) },
  };
}

/** A reason that is already a sentence has its own full stop. */
function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** A list of names after its introduction, or what is said if there is none. */
function listed(names: string[], introduction: string, none: string): string {
  return names.length > 0 ? `${introduction} ${names.join(', ')}` : none;
}

function allowed(values: unknown[]): Texts {
  const list = values.map((value) => JSON.stringify(value)).join(', ');
  return { en: `must be one of ${list}`, pt: `deve ser um destes valores: ${list}` };
}

function unknownField(): Texts {
  return { en: 'is not a field of this body; check its spelling', pt: 'não é um campo deste corpo; confira a grafia' };
}
