import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../answers/refusal.ts';
import type { Texts } from '../answers/texts.ts';
import type { OpenApiDocument, SecurityScheme } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';

const bearer: SecurityScheme = { type: 'http', scheme: 'bearer' };

/** The security schemes with which an operation accepts a key: its own, else any in the document, else Bearer. */
export function schemesOf(document: OpenApiDocument, operation: Operation | undefined): SecurityScheme[] {
  return operation ? schemesOfOperation(operation, document) : readSchemes(document, undefined);
}

const schemesOfOperation = memoize((operation: Operation, document: OpenApiDocument) =>
  readSchemes(document, operation),
);

function readSchemes(document: OpenApiDocument, operation: Operation | undefined): SecurityScheme[] {
  const declared = document.components?.securitySchemes ?? {};
  const required = (operation?.security ?? document.security ?? []).flatMap((requirement) => Object.keys(requirement));
  const names = required.length > 0 ? required : Object.keys(declared);
  const schemes = names
    .flatMap((name) => (declared[name] ? [resolve<SecurityScheme>(document, declared[name])] : []))
    .filter((scheme) => required.length > 0 || scheme['x-credential'] === undefined);
  return required.length > 0 && schemes.length > 0 ? schemes : [...schemes, bearer];
}

/** Reads the key of a scheme from a request; undefined if absent. */
export function findCredential(
  scheme: SecurityScheme,
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
): string | undefined {
  if (scheme.type === 'apiKey') {
    const name = scheme.name ?? '';
    if (scheme.in === 'query') return query.get(name) || undefined;
    if (scheme.in === 'cookie') return findCookie(headers.cookie, name);
    const header = headers[name.toLowerCase()];
    return (Array.isArray(header) ? header[0] : header) || undefined;
  }
  const [kind = '', value = ''] = headers.authorization?.split(/ +/, 2) ?? [];
  if (scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic') {
    if (kind.toLowerCase() !== 'basic') return undefined;
    return Buffer.from(value, 'base64').toString().split(':')[0] || undefined;
  }
  return kind.toLowerCase() === 'bearer' ? value || undefined : undefined;
}

/** The request headers that carry keys, for `Vary`. */
export function credentialHeaders(schemes: SecurityScheme[]): string[] {
  const names = schemes.flatMap((scheme) => {
    if (scheme.type !== 'apiKey') return 'Authorization';
    return scheme.in === 'header' ? (scheme.name ?? []) : scheme.in === 'cookie' ? 'Cookie' : [];
  });
  return [...new Set(names)];
}

/** 401 of a request without a key, which says how one of these schemes takes it. */
export function missingCredentials(schemes: SecurityScheme[]): Refusal {
  const { en, pt } = describeSchemes(schemes);
  return new Refusal('missing_credentials', {
    en: `Send your API key as ${en}. The guide on authentication shows how.`,
    pt: `Envie a sua chave de API como ${pt}. O guia de autenticação mostra como.`,
  });
}

/** Describes how to send a key. */
function describeSchemes(schemes: SecurityScheme[]): Texts {
  const ways = schemes.map((scheme): Texts => {
    if (scheme.type === 'apiKey')
      return {
        en: `the ${scheme.name} ${placesInEnglish[scheme.in ?? 'header']}`,
        pt: `${placesInPortuguese[scheme.in ?? 'header']} ${scheme.name}`,
      };
    if (scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic') {
      return {
        en: 'the HTTP Basic user name (with any password)',
        pt: 'nome de usuário do HTTP Basic (com qualquer senha)',
      };
    }
    return { en: 'a Bearer token (Authorization: Bearer …)', pt: 'token Bearer (Authorization: Bearer …)' };
  });
  // A key and a token may be sent the same way.
  const each = (language: keyof Texts) => [...new Set(ways.map((way) => way[language]))];
  return { en: each('en').join(', or '), pt: each('pt').join(', ou ') };
}

const placesInEnglish = { header: 'header', query: 'query parameter', cookie: 'cookie' };
const placesInPortuguese = { header: 'cabeçalho', query: 'parâmetro de query', cookie: 'cookie' };

/** What was wrong with a token or its scopes (RFC 6750, 3). */
export interface BearerProblem {
  error?: 'invalid_token' | 'insufficient_scope';
  scope?: string;
}

/** The challenges of a 401 (`WWW-Authenticate`, RFC 9110, 11.6.1); the Bearer challenge includes the problem. */
export function challengesOf(schemes: SecurityScheme[], realm: string, problem: BearerProblem = {}): string {
  const parameters = Object.entries(problem).map(
    ([name, value]) => `, ${name}="${value.replace(/[^\x21\x23-\x5b\x5d-\x7e ]/g, '')}"`,
  );
  const name = realm.replace(/[^\x20-\x7e]|["\\]/g, '');
  const challenges = schemes.map((scheme) => {
    if (scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic')
      return `Basic realm="${name}", charset="UTF-8"`;
    return scheme.type === 'apiKey'
      ? `ApiKey realm="${name}", in="${scheme.in}", name="${scheme.name}"`
      : `Bearer realm="${name}"${parameters.join('')}`;
  });
  return [...new Set(challenges)].join(', ');
}

function findCookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || undefined;
}
