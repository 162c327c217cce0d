import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { coerce } from './coerce.ts';
import type { Format } from './format.ts';
import { FormFault, readForm } from './read-form.ts';

/** `application/x-www-form-urlencoded` bodies: `address[city]=Santos`, `address.city=Santos`, `tags[]=a&tags[]=b`, `tags=a&tags=b`. */
export const form: Format = {
  mediaTypes: ['application/x-www-form-urlencoded'],
  read: (text, { document, schema }) => {
    // curl -d sends JSON as a form if Content-Type is missing; this common mistake gets a specific message.
    if (/^\s*[{[]/.test(text)) throw invalidForm(looksLikeJson);
    try {
      return coerce(document, schema, readForm(text), { jsonTexts: true });
    } catch (error) {
      throw error instanceof FormFault ? invalidForm(error.texts) : error;
    }
  },
};

const looksLikeJson: Texts = say('form.looks-like-json');

function invalidForm(reason: Texts): Refusal {
  return new Refusal('invalid_form', say('form.unreadable', { reason }));
}
