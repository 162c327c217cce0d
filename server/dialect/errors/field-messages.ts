import type { Issue } from '../../answers/issue.ts';
import { say } from '../../answers/say.ts';
import { inEachLanguage, type Texts } from '../../answers/texts.ts';
import { atLeast, atMost, type Describe } from './counted-things.ts';

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
  required: ['required', () => say('fields.required')],
  type: ['invalid_type', ({ type }) => say('fields.type', { type })],
  format: ['invalid_format', ({ format }) => say('fields.format', { format })],
  pattern: ['invalid_format', ({ pattern }) => say('fields.pattern', { pattern })],
  minLength: ['invalid_length', atLeast('characters')],
  maxLength: ['invalid_length', atMost('characters')],
  minItems: ['invalid_length', atLeast('items')],
  maxItems: ['invalid_length', atMost('items')],
  minProperties: ['invalid_length', atLeast('fields')],
  maxProperties: ['invalid_length', atMost('fields')],
  minimum: ['out_of_range', ({ limit }) => say('fields.at-least', { limit })],
  maximum: ['out_of_range', ({ limit }) => say('fields.at-most', { limit })],
  exclusiveMinimum: ['out_of_range', ({ limit }) => say('fields.greater', { limit })],
  exclusiveMaximum: ['out_of_range', ({ limit }) => say('fields.less', { limit })],
  formatExclusiveMinimum: ['out_of_range', ({ limit }) => say('fields.later', { limit })],
  formatMaximum: ['out_of_range', ({ limit }) => say('fields.not-later', { limit })],
  multipleOf: ['out_of_range', ({ multipleOf }) => say('fields.multiple', { multipleOf })],
  enum: ['not_allowed_value', ({ allowedValues }) => allowed(allowedValues as unknown[])],
  const: ['not_allowed_value', ({ allowedValue }) => allowed([allowedValue])],
  additionalProperties: ['unknown_field', unknownField],
  unevaluatedProperties: ['unknown_field', unknownField],
  unknownField: ['unknown_field', () => say('fields.no-filter')],
  unknownParameter: [
    'unknown_field',
    ({ names }) => {
      const list = (names as string[]).join(', ');
      return list ? say('fields.unknown-parameter', { names: list }) : say('fields.no-parameters');
    },
  ],
  unknownName: ['unknown_field', ({ name }) => say('fields.unknown-name', { name })],
  mark: ['invalid_value', () => say('fields.no-cursor')],
  syntax: ['invalid_format', ({ column, reason }) => say('fields.syntax', { column, reason })],
  moment: ['invalid_format', () => say('fields.moment')],
  currentPassword: ['invalid_value', () => say('fields.current-password')],
  uniqueItems: ['invalid_value', () => say('fields.repeated-items')],
  blockedAddress: ['blocked_address', ({ why }) => why as Texts],
  eventType: ['not_allowed_value', ({ name }) => say('fields.event-type', { name })],
  version: [
    'not_allowed_value',
    ({ allowedValues }) =>
      (allowedValues as unknown[]).length > 0 ? allowed(allowedValues as unknown[]) : say('fields.no-versions'),
  ],
  effort: ['invalid_value', () => say('fields.effort')],
  untold: ['invalid_value', ({ count }) => say('fields.untold', { count })],
  patchPath: ['invalid_value', ({ pointer }) => say('fields.patch-path', { pointer: JSON.stringify(pointer) })],
  patchTest: ['invalid_value', ({ pointer }) => say('fields.patch-test', { pointer: JSON.stringify(pointer) })],
  reference: ['invalid_value', ({ store }) => say('fields.reference', { store })],
};

/** Describes an issue in each language, with its code in the guide on errors. */
export function describeIssue(issue: Issue): FieldMessage {
  const [code, describe] = rules[issue.keyword] ?? ['invalid_value', () => say('fields.no-form')];
  const rule = describe(issue.params);
  const name = issue.field || say('fields.body');
  const sentence =
    issue.in === 'body' ? say('fields.in-body', { name, rule }) : say('fields.in', { name, place: issue.in, rule });
  return { code, text: inEachLanguage((language) => endSentence(sentence[language])) };
}

/** A reason that is already a sentence has its own full stop. */
function endSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function allowed(values: unknown[]): Texts {
  const list = values.map((value) => JSON.stringify(value)).join(', ');
  return say('fields.one-of', { list });
}

function unknownField(): Texts {
  return say('fields.unknown');
}
