import type { Schema } from '../openapi/document-types.ts';
import { plain } from './names.ts';

type Properties = Record<string, Schema>;

const wrapperNames = /^(data|dados|results?|resultados?|response|payload|retorno|item|record|registro|attributes)$/i;

/** What accompanies a list or a record in a response: its pages, and how the request went. */
const asides =
  /^(errors?|warnings?|messages?|msg|status(code|text)?|success|ok|code|links?|meta(data)?|pag(e|es|ing|er|ination|inacao)|total\w*|count|\w*count|(next|prev|previous|first|last)\w*|has\w*|more|limit|offset|size|per_?page|page\w*|cursor\w*|start\w*|object|kind|type|url|uri|href|self|etag|version|time\w*|took|duration|requestid|request|apiversion|query|filters?|sort|\w*facets|stats|statistics|num\w*|\w*found|aggregations|notifications|odata\w*|response(metadata|status|code)|resultinfo|included|jsonapi)$/;

/** Whether a property is no part of what a response is about. In JSON:API, `included` accompanies `data`. */
export function isAside(name: string, properties: Properties): boolean {
  const word = plain(name);
  return word === 'included' ? 'data' in properties : asides.test(word);
}

/** Lists that accompany another one. */
const noise =
  /^(errors?|warnings?|messages?|notifications|links?|included|\w*facets|aggregations|filters?|sort|stats|meta\w*)$/;

/** Whether an array of that name is not what a response lists, if there is another. */
export function isNoise(name: string): boolean {
  return noise.test(plain(name));
}

/** Whether a property of that name usually wraps what a response is about. */
export function wraps(name: string): boolean {
  return wrapperNames.test(name);
}

/** An object with an id is a record that contains others, and wraps none; a code beside a message is that of the response. */
export function isWrapper(properties: Properties): boolean {
  const names = Object.keys(properties).map(plain);
  const isTold = names.some((name) => /^(message|msg|success|status|mensagem)$/.test(name));
  return !names.some((name) => /^(id|uuid|name|nome|codigo)$/.test(name) || (name === 'code' && !isTold));
}

/** An order, say, has an id and `items` that belong to it. */
export function hasId(properties: Properties): boolean {
  return Object.keys(properties).some((name) => /^(id|uuid)$/i.test(name));
}

/** Whether a response says how many there are, or where there are more. */
export function hasPages(properties: Properties): boolean {
  return Object.keys(properties).some((name) => /^(total|has|next)|cursor|pages?$/i.test(plain(name)));
}
