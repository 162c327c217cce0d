import Negotiator from 'negotiator';
import { isJson } from '../../../wire/media-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { isXml } from '../../openapi/structured-types.ts';

/** What a response is sent as among the media types that it has, the usual one first; undefined where `Accept` allows none (RFC 9110, 12.5.1). */
export function preferredType(offers: string[], accept: string | undefined): string | undefined {
  if (!accept || accept === '*/*' || (offers.length === 1 && accept === offers[0])) return offers[0];
  const all = acceptableTypes(offers);
  const asked = withoutParameters(accept);
  return chooseType(accept, all) ?? chooseType(asked, all) ?? chooseType(withPlainJson(asked), all);
}

/** The media type that `Accept` prefers among these, by their own names alone. */
export function chooseType(accept: string, offers: string[]): string | undefined {
  return new Negotiator({ headers: { accept } } as never).mediaType(offers);
}

/** Media types by all their names: JSON and XML by other ones are still that. */
export const acceptableTypes = memoize((offers: string[]): string[] => {
  const json = offers.some(isJson) ? ['application/json'] : [];
  const xml = offers.some(isXml) ? ['application/xml', 'text/xml'] : [];
  return [...new Set([...offers, ...json, ...xml])];
});

/** A charset or a version in `Accept` excludes nothing that has none. */
function withoutParameters(accept: string): string {
  return accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';');
      return [type, ...parameters.filter((parameter) => /^\s*q\s*=/i.test(parameter))].join(';');
    })
    .join(',');
}

/** A vendor's own name of JSON, `application/vnd.acme.v3+json`, is answered by JSON where the document has no such name. */
function withPlainJson(accept: string): string {
  return accept.replaceAll(/application\/[\w.-]{1,100}\+json/gi, 'application/json');
}
