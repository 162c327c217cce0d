import { bareType } from '../../../wire/media-types.ts';
import { bodyIssue, type Issue } from '../../answers/issue.ts';
import type { Header, MediaType, OpenApiDocument } from '../../openapi/document-types.ts';
import { resolve } from '../../openapi/resolve.ts';
import { validatorOf } from '../../openapi/validator.ts';
import type { Part } from './multipart.ts';

type PartRules = NonNullable<MediaType['encoding']>[string];

/** What the headers of a part break of what `encoding` says of them (OpenAPI 3.1, Encoding Object). */
export function checkPart(document: OpenApiDocument, name: string, part: Part, rules: PartRules | undefined): Issue[] {
  if (!rules) return [];
  const { contentType, headers = {} } = rules;
  const type = part.headers.get('content-type');
  const sent = type && bareType(type);
  const allowed = contentType?.split(',').map(bareType) ?? [];
  // Programs that do not know a file's type say this, or nothing.
  const isKnown = sent !== undefined && sent !== 'application/octet-stream' && part.filename !== undefined;
  const isAllowed = !isKnown || allowed.length === 0 || allowed.some((type) => isWithin(type, sent));
  return [
    ...(isAllowed ? [] : [bodyIssue(name, 'enum', { allowedValues: allowed })]),
    ...Object.entries(headers).flatMap(([header, maybe]): Issue[] => {
      if (header.toLowerCase() === 'content-type') return [];
      const { required, schema } = resolve<Header>(document, maybe);
      const value = part.headers.get(header.toLowerCase());
      const field = `${name}/${header}`;
      if (value === undefined) return required ? [bodyIssue(field, 'required')] : [];
      // A header is text; what it says may be a number.
      const readings = /^-?\d+(\.\d+)?$/.test(value) ? [value, Number(value)] : [value];
      const found = schema ? readings.map((reading) => validatorOf(document).request(schema, reading)) : [];
      if (found.length === 0 || found.some((issues) => issues.length === 0)) return [];
      return (found[0] ?? []).map(({ keyword, params }) => bodyIssue(field, keyword, params));
    }),
  ];
}

function isWithin(range: string, type: string): boolean {
  return range === type || range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}
