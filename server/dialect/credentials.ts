import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { inEachLanguage, type Texts } from '../answers/texts.ts';
import type { OpenApiDocument, Parameter, PathItem, SecurityScheme } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import { schemesOfParameters } from './named-credentials.ts';
import { isBasic, undeclared } from './sent-credentials.ts';

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
  if (required.length > 0 && schemes.length > 0) return schemes;
  const parameters = operation ? operation.parameters : schemes.length === 0 ? someParameters(document) : [];
  return [...schemes, ...schemesOfParameters(parameters), undeclared];
}

/** So many operations tell how a document without security takes its keys. */
const asked = 20;

/** The parameters of a document's first operations, each once: where no operation was called, they tell what a key is called. */
function someParameters(document: OpenApiDocument): Parameter[] {
  const items = Object.values(document.paths ?? {}).slice(0, asked);
  const found = items.flatMap((item) => {
    const { get, post, parameters = [] } = resolve<PathItem>(document, item);
    return [...parameters, ...(get?.parameters ?? []), ...(post?.parameters ?? [])];
  });
  const all = found.map((parameter) => resolve<Parameter>(document, parameter));
  return [...new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
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
  return new Refusal('missing_credentials', say('credentials.missing', { ways: describeSchemes(schemes) }));
}

/** Describes how to send a key. */
function describeSchemes(schemes: SecurityScheme[]): Texts {
  const ways = schemes.map((scheme): Texts => {
    if (scheme.type === 'apiKey') return say(`credentials.in.${scheme.in ?? 'header'}`, { name: scheme.name });
    if (isBasic(scheme)) {
      return say('credentials.basic');
    }
    return say('credentials.bearer');
  });
  // A key and a token may be sent the same way.
  return inEachLanguage((language) =>
    [...new Set(ways.map((way) => way[language]))].join(say('credentials.or')[language]),
  );
}

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
    if (isBasic(scheme)) return `Basic realm="${name}", charset="UTF-8"`;
    return scheme.type === 'apiKey'
      ? `ApiKey realm="${name}", in="${scheme.in}", name="${scheme.name}"`
      : `Bearer realm="${name}"${parameters.join('')}`;
  });
  return [...new Set(challenges)].join(', ');
}
