import { say } from '../../answers/say.ts';
import { type Field, invalidForm, joinFields } from './form-fields.ts';
import type { Format } from './format.ts';

/** `application/x-www-form-urlencoded` bodies: `address[city]=Santos`, `address.city=Santos`, `tags[]=a&tags[]=b`, `tags=a&tags=b`. */
export const form: Format = {
  mediaTypes: ['application/x-www-form-urlencoded'],
  read: (text, place) => {
    // curl -d sends JSON as a form if Content-Type is missing; this common mistake gets a specific message.
    if (/^\s*[{[]/.test(text)) throw invalidForm(say('form.looks-like-json'));
    return joinFields(text.split('&').filter(Boolean).map(readPair), place);
  },
};

function readPair(pair: string): Field {
  const equals = pair.indexOf('=');
  const [name, raw] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
  return { name: decode(name), value: decode(raw), raw };
}

function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '));
    if (!decoded.includes('\0')) return decoded;
  } catch {}
  const shown = text.slice(0, 40);
  throw invalidForm(say('form.not-utf8', { shown }));
}
