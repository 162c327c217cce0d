import type { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/**
 * Adds the formats of JSON Schema and OpenAPI, those of Brazilian documents (`cpf`, `cnpj`, `cep`), and
 * `date-or-minute`: a date, or a date and time to the minute (`2026-11-20T14:30`).
 */
export function addAllFormats(ajv: Ajv2020): void {
  addFormats.default(ajv);
  ajv.addFormat('cpf', isCpf);
  ajv.addFormat('cnpj', isCnpj);
  ajv.addFormat('cep', /^\d{5}-?\d{3}$/);
  ajv.addFormat('date-or-minute', isDateOrMinute);
}

function isDateOrMinute(text: string): boolean {
  const [day = ''] = /^\d{4}-\d\d-\d\d(?=$|T([01]\d|2[0-3]):[0-5]\d$)/.exec(text) ?? [];
  // Date.parse reads February 30 as March 2.
  return day !== '' && new Date(`${day}T00:00Z`).toJSON()?.startsWith(day);
}

/** Validates the two check digits of a CPF, with or without punctuation. */
export function isCpf(text: string): boolean {
  if (!/^(\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2})$/.test(text)) return false;
  return hasCheckDigits(text.replace(/\D/g, ''), Number.POSITIVE_INFINITY);
}

/** Validates the two check digits of a CNPJ; its first twelve characters may be letters (Receita Federal, July 2026). */
export function isCnpj(text: string): boolean {
  if (!/^([0-9A-Z]{12}\d{2}|[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-\d{2})$/.test(text)) return false;
  return hasCheckDigits(text.replace(/[^0-9A-Z]/g, ''), 9);
}

/** Modulo 11; weights grow from 2, right to left, and wrap after `highest`; a character counts as its code minus 48. */
function hasCheckDigits(text: string, highest: number): boolean {
  if (new Set(text).size === 1) return false;
  return [text.length - 2, text.length - 1].every((length) => {
    let sum = 0;
    for (let index = 0; index < length; index++) {
      const weight = 2 + ((length - 1 - index) % (highest - 1));
      sum += (text.charCodeAt(index) - 48) * weight;
    }
    const digit = sum % 11 < 2 ? 0 : 11 - (sum % 11);
    return digit === text.charCodeAt(length) - 48;
  });
}
