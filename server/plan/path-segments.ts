/** A path in its parts: literals, and parameters that fill a whole segment. */
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

/** The path one segment up. */
export function parentPath(path: string): string {
  return joinSegments(segmentsOf(path).slice(0, -1));
}

export function lastSegment(path: string): PathSegment | undefined {
  return segmentsOf(path).at(-1);
}

/** The path's shape without the names of its parameters: `/a/{x}` and `/a/{y}` are one place. */
export function placeOf(path: string): string {
  return joinSegments(segmentsOf(path).map((segment) => (segment.parameter ? { text: '{}' } : segment)));
}

/** The last literal of a path, which names what it holds; version prefixes name nothing. */
export function nameOf(path: string): string {
  const literals = segmentsOf(path).filter(({ parameter, text }) => !parameter && !/^v\d+(\.\d+)*$/i.test(text));
  return literals.at(-1)?.text ?? 'records';
}
