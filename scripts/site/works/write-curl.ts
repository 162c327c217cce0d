import type { SecurityScheme } from '../../../server/openapi/document-types.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import { resolve } from '../../../server/openapi/resolve.ts';
import type { ServedApi } from '../../../server/plan/served-api.ts';
import { writtenOrigin } from '../mark-runnable.ts';
import { inQuotes, shellWord, shellWordWith } from './shell-word.ts';

/** A request of an operation, as a command sends it. */
export interface Call {
  operation: Operation;
  /** Path below the origin, with its query; `$ID` in it is a variable. */
  address: string;
  headers?: [name: string, value: string][];
  body?: { mediaType: string; value: unknown };
  /** Without the key, to see what is answered then. */
  isOpen?: boolean;
}

/** What a block of the page shows without scrolling. */
const lineLength = 72;

const bearer: SecurityScheme = { type: 'http', scheme: 'bearer' };

/** The schemes with which a call is made: those of the first alternative that has any; none where none is needed. */
export function schemesOfCall({ document, isPlatform }: ServedApi, { security }: Operation): SecurityScheme[] {
  const first = security.find((alternative) => Object.keys(alternative).length > 0);
  if (!first) return isPlatform ? [] : firstOf(document);
  const schemes = Object.keys(first).flatMap((name) => {
    const scheme = document.components?.securitySchemes?.[name];
    return scheme ? [resolve<SecurityScheme>(document, scheme)] : [];
  });
  return schemes.length > 0 ? schemes : [bearer];
}

/** A sandbox needs the key to know the workspace, also where the document asks for none. */
function firstOf(document: ServedApi['document']): SecurityScheme[] {
  const [declared] = Object.values(document.components?.securitySchemes ?? {});
  return [declared ? resolve<SecurityScheme>(document, declared) : bearer];
}

/** The command of a call, complete but for the key, which is in the shell's `CAIS_KEY`; `-i` shows the head of the response. */
export function writeCurl(api: ServedApi, call: Call, { head = false } = {}): string {
  const { operation, address, headers = [], body, isOpen } = call;
  const { options, query } = credentials(isOpen ? [] : schemesOfCall(api, operation));
  const method = operation.method.toUpperCase();
  const implied = body ? 'POST' : 'GET';
  const joined = query && address + (address.includes('?') ? '&' : '?') + query;
  const url = writtenOrigin + address;
  const start = ['curl', head ? '-i -s' : '-s', ...(method === implied ? [] : [`-X ${method}`])];
  const target = joined ? shellWordWith(writtenOrigin + joined, '$CAIS_KEY') : wordOf(url);
  const whole = [...start, ...options, target].join(' ');
  const isLong = whole.length > lineLength;
  const first = isLong ? [...start, target].join(' ') : whole;
  const lines = [...(isLong ? options : []), ...headers.map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`)];
  if (body) lines.push(`-H ${shellWord(`Content-Type: ${body.mediaType}`)}`, ...dataOf(body));
  return [first, ...lines].join(' \\\n  ');
}

/** A variable is filled by the shell. */
function wordOf(url: string): string {
  return /\$ID\b/.test(url) && !/["`\\!]/.test(url) ? `"${url}"` : shellWord(url);
}

function dataOf({ mediaType, value }: NonNullable<Call['body']>): string[] {
  if (!/x-www-form-urlencoded/.test(mediaType)) return [`-d ${inQuotes(JSON.stringify(value, undefined, 2))}`];
  const pairs = Object.entries(Object(value)) as [string, unknown][];
  return pairs.map(
    ([name, each]) =>
      `--data-urlencode ${shellWord(`${name}=${typeof each === 'object' ? JSON.stringify(each) : each}`)}`,
  );
}

function credentials(schemes: SecurityScheme[]): { options: string[]; query?: string } {
  const options = new Set<string>();
  let query: string | undefined;
  for (const { type, scheme, name = '', in: place, 'x-credential': special } of schemes) {
    if (special) continue;
    if (type === 'apiKey' && place === 'query') query = `${encodeURIComponent(name)}=`;
    else if (type === 'apiKey' && place === 'cookie') options.add(`-b ${shellWordWith(`${name}=`, '$CAIS_KEY')}`);
    else if (type === 'apiKey') options.add(`-H ${shellWordWith(`${name}: `, '$CAIS_KEY')}`);
    else if (type === 'http' && scheme?.toLowerCase() === 'basic') options.add('-u "$CAIS_KEY:x"');
    else options.add('-H "Authorization: Bearer $CAIS_KEY"');
  }
  return { options: [...options], query };
}
