import secureJson from 'secure-json-parse';
import { keepLongIntegers, mayHaveLongIntegers } from '../../../wire/exact-json.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { bodyLimits as limits } from './body-limits.ts';
import { scanJson } from './scan-json.ts';

/** Parses a JSON body; refuses (400) invalid JSON, prototype pollution, and anything that parsers would read differently. */
export function parseJsonBody(text: string): unknown {
  const fault = scanJson(text, limits);
  if (fault?.kind === 'too deep') {
    throw invalidJson(say('json.too-deep', { depth: limits.depth }));
  }
  if (fault?.kind === 'too many names') {
    throw invalidJson(say('json.too-many-names', { names: limits.names }));
  }
  if (fault?.kind === 'too many values') {
    throw invalidJson(say('json.too-many-values', { values: limits.values }));
  }
  const value = parse(text);
  if (fault) {
    const name = JSON.stringify(fault.name);
    throw invalidJson(say('json.repeated-name', { name }));
  }
  if (/\\u(0000|d[89a-f])/i.test(text) && hasBrokenText(value)) {
    throw invalidJson(say('json.broken-string'));
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return secureJson.parse(text, mayHaveLongIntegers(text) ? (keepLongIntegers as never) : undefined, {
      protoAction: 'error',
      constructorAction: 'error',
    });
  } catch (error) {
    throw invalidJson(reasonOf((error as Error).message));
  }
}

/** What the parser says: in English its own words, elsewhere where the fault is. */
function reasonOf(message: string): Texts {
  if (/prototype/.test(message)) {
    return say('json.prototype');
  }
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (/end of JSON input|Unterminated/.test(message)) return say('json.ends', { message });
  return line ? say('json.fault-at', { message, line, column }) : say('json.no-json', { message });
}

function hasBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (Array.isArray(value)) return value.some(hasBrokenText);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, child]) => hasBrokenText(key) || hasBrokenText(child));
}

function invalidJson(reason: Texts): Refusal {
  return new Refusal('invalid_json', say('json.unreadable', { reason }));
}
