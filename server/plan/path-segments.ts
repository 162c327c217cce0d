/** A segment of a path: a literal, or a parameter. */
export interface PathSegment {
  text: string;
  parameter?: string;
}

/**
 * The segments of a path. Names of formats are no part of them (`/things/{id}.json`), a custom verb is a segment of its own
 * (`/things/{id}:cancel`, `/{id}.pdf`, `/{id}#rename`), and so is a key in parentheses (OData: `/Things('{id}')`). Literals are decoded.
 */
export function segmentsOf(path: string): PathSegment[] {
  return path.split('/').filter(Boolean).flatMap(segmentsIn);
}

/** One parameter, behind a sign at most (`@{name}`), and what follows it: a format, or a verb. */
const parameterAnd = /^[@~$!+=]?\{([^{}]+)\}(?:\.(?:json|xml|\{(?:format|ext|extension)\}))?([:.#][A-Za-z][\w-]*)?$/i;
const literalAndKey = /^([^(){}]+)\((?:[\w.]+=)?'?\{([^{}]+)\}'?\)$/;

function segmentsIn(text: string): PathSegment[] {
  const [, parameter, verb] = parameterAnd.exec(text) ?? [];
  if (parameter !== undefined) return [{ text: `{${parameter}}`, parameter }, ...(verb ? [{ text: verb }] : [])];
  const [, literal, key] = literalAndKey.exec(text) ?? [];
  if (literal !== undefined && key !== undefined)
    return [{ text: decoded(literal) }, { text: `{${key}}`, parameter: key }];
  return [{ text: decoded(text).replace(/(.)\.(json|xml)$/i, '$1') }];
}

/** A literal as it is compared: `caf%C3%A9` and `café` are the same. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).replaceAll('/', '%2F');
  } catch {
    return text;
  }
}

export function joinSegments(segments: PathSegment[]): string {
  return segments.map(({ text }) => `/${text}`).join('');
}

/** The path without its last segment. */
export function parentPath(path: string): string {
  return joinSegments(segmentsOf(path).slice(0, -1));
}

export function lastSegment(path: string): PathSegment | undefined {
  return segmentsOf(path).at(-1);
}

/** The path without parameter names: `/a/{x}` and `/a/{y}` are the same place. */
export function placeOf(path: string): string {
  return joinSegments(segmentsOf(path).map((segment) => (segment.parameter ? { text: '{}' } : segment)));
}

/** The last literal of a path, which names its contents; version prefixes are skipped. */
export function nameOf(path: string): string {
  const literals = segmentsOf(path).filter(({ parameter, text }) => !parameter && !/^v\d+(\.\d+)*$/i.test(text));
  return plainName(literals.at(-1)?.text ?? 'records');
}

/** The name of a literal without the sign of a verb. */
export function plainName(text: string): string {
  return text.replace(/^[:.#](?=.)/, '');
}

const literalAndVerb = /^([^:{}]+):([A-Za-z][\w-]*)$/;

/** The path that a custom verb acts on, and the verb: `/things:batchGet`, `/things/search`; undefined where there is none. */
export function verbOn(path: string): { path: string; verb: string } | undefined {
  const segments = segmentsOf(path);
  const last = segments.at(-1);
  if (!last || last.parameter) return undefined;
  const above = joinSegments(segments.slice(0, -1));
  const [, literal, verb] = literalAndVerb.exec(last.text) ?? [];
  if (literal !== undefined && verb !== undefined) return { path: `${above}/${literal}`, verb };
  const isBelowLiteral = segments.length > 1 && !segments.at(-2)?.parameter;
  return isBelowLiteral ? { path: above, verb: plainName(last.text) } : undefined;
}
