import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { coerce } from '../../openapi/coerce.ts';
import type { Format } from './format.ts';
import { isUtf8 } from './is-utf-8.ts';
import { readXml, XmlFault } from './read-xml.ts';
import { writeXml } from './write-xml.ts';
import { treeOf } from './xml-tree.ts';

/** XML bodies, with the names of the schemas (OpenAPI 3.1, XML Object). DTDs are refused, so there are no custom entities. */
export const xml: Format = {
  mediaTypes: ['application/xml', 'text/xml'],
  read: (text, { document, schema }) => {
    try {
      const { root, encoding } = readXml(text);
      if (encoding && !isUtf8(encoding) && encoding.toLowerCase() !== 'us-ascii') throw wrongEncoding(encoding);
      return coerce(document, schema, treeOf(document, schema, root));
    } catch (error) {
      throw error instanceof XmlFault ? invalidXml(error.texts) : error;
    }
  },
  write: (value, { document, schema }) => writeXml(document, schema, value),
};

function invalidXml(reason: Texts): Refusal {
  return new Refusal('invalid_xml', say('xml.unreadable', { reason }));
}

function wrongEncoding(encoding: string): Refusal {
  return new Refusal('unsupported_media_type', say('xml.encoding', { encoding }));
}
