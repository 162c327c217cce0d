/** A segment of a path: a literal, or a parameter that fills the entire segment. */
export interface PathSegment {
  text: string;
  parameter?: string;
}

export function segmentsOf(path: string): PathSegment[] {
  return path
    .split('/')
    .filter(Boolean)
    .map((text) => {
      const match = /^\{([^}]+)\}$/.exec(text);
      return match ? { text, parameter: match[1] as string } : { text };
    });
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
  return literals.at(-1)?.text ?? 'records';
}
