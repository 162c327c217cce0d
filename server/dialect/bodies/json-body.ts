import secureJson from 'secure-json-parse';
import { Refusal, type Texts } from '../errors/refusal.ts';

const deepest = 100;

/** Parses a JSON body; refuses with 400 what is no JSON, what would change prototypes, and what no database keeps. */
export function parseJsonBody(text: string): unknown {
  const value = parse(text);
  if (isTooDeep(value)) throw invalidJson({ en: `more than ${deepest} levels deep`, pt: `mais de ${deepest} níveis` });
  if (/\\u(0000|d[89a-f])/i.test(text) && holdsBrokenText(value)) {
    throw invalidJson({
      en: 'a text holds \\u0000 or half a character',
      pt: 'um texto contém \\u0000 ou meio caractere',
    });
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return secureJson.parse(text, undefined, { protoAction: 'error', constructorAction: 'error' });
  } catch (error) {
    const { message } = error as Error;
    throw invalidJson({ en: message, pt: message });
  }
}

/** What is nested deeper than this is an attack on the stack, and no data; so it is measured level by level. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= deepest; depth++) {
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
    if (level.length === 0) return false;
  }
  return true;
}

function holdsBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, child]) => holdsBrokenText(key) || holdsBrokenText(child));
}

function invalidJson(reason: Texts): Refusal {
  return new Refusal('invalid_json', {
    en: `The body cannot be read as JSON: ${reason.en}. Check commas, quotes and braces.`,
    pt: `O corpo não pode ser lido como JSON: ${reason.pt}. Confira vírgulas, aspas e chaves.`,
  });
}
