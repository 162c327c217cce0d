import secureJson from 'secure-json-parse';
import { Refusal } from '../../answers/refusal.ts';
import type { Texts } from '../../answers/texts.ts';
import { scanJson } from './scan-json.ts';

/** Levels, names in one object, and values in all: no record has more, and each step of a request walks them all. */
const limits = { depth: 100, names: 5_000, values: 20_000 };

/** Parses a JSON body; refuses (400) invalid JSON, prototype pollution, and anything that parsers would read differently. */
export function parseJsonBody(text: string): unknown {
  const fault = scanJson(text, limits);
  if (fault?.kind === 'too deep') {
    throw invalidJson({
      en: `it is nested more than ${limits.depth} levels deep. Send the deeper parts separately.`,
      pt: `ele tem mais de ${limits.depth} níveis. Envie separadamente as partes mais profundas.`,
    });
  }
  if (fault?.kind === 'too many names') {
    throw invalidJson({
      en: `an object has more than ${limits.names} fields. Send fewer.`,
      pt: `um objeto tem mais de ${limits.names} campos. Envie menos.`,
    });
  }
  if (fault?.kind === 'too many values') {
    throw invalidJson({
      en: `it has more than ${limits.values} values, with lists and objects. Send it in parts.`,
      pt: `ele tem mais de ${limits.values} valores, contando listas e objetos. Envie-o em partes.`,
    });
  }
  const value = parse(text);
  if (fault) {
    const name = JSON.stringify(fault.name);
    throw invalidJson({
      en: `${name} appears twice in one object. Send it once.`,
      pt: `${name} aparece duas vezes em um mesmo objeto. Envie uma só vez.`,
    });
  }
  if (/\\u(0000|d[89a-f])/i.test(text) && hasBrokenText(value)) {
    throw invalidJson({
      en: 'a string contains \\u0000 or an unpaired surrogate. Remove it.',
      pt: 'uma string contém \\u0000 ou um surrogate sem par. Remova-o.',
    });
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return secureJson.parse(text, undefined, { protoAction: 'error', constructorAction: 'error' });
  } catch (error) {
    throw invalidJson(reasonOf((error as Error).message));
  }
}

/** The parser's message, and an approximation in Portuguese. */
function reasonOf(message: string): Texts {
  if (/prototype/.test(message)) {
    return {
      en: 'no property may be named __proto__, or constructor with a prototype inside. Remove it.',
      pt: 'nenhuma propriedade pode se chamar __proto__, nem constructor com prototype dentro. Remova-a.',
    };
  }
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  const place = /end of JSON input|Unterminated/.test(message)
    ? 'ele acaba antes da hora'
    : line
      ? `há um erro na linha ${line}, coluna ${column}`
      : 'ele não segue a gramática do JSON';
  return {
    en: `${message}. Check commas, quotes and braces.`,
    pt: `${place}. Confira vírgulas, aspas e chaves.`,
  };
}

function hasBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (Array.isArray(value)) return value.some(hasBrokenText);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, child]) => hasBrokenText(key) || hasBrokenText(child));
}

function invalidJson({ en, pt }: Texts): Refusal {
  return new Refusal('invalid_json', {
    en: `The body cannot be read as JSON: ${en}`,
    pt: `O corpo não pode ser lido como JSON: ${pt}`,
  });
}
