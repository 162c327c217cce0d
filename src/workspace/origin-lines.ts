/** What a reader wrote as origins, one on each line. */
export interface OriginLines {
  /** As browsers send them, each once. */
  origins: string[];
  /** The lines that are no origin, as written. */
  faulty: string[];
}

/** Reads origins as browsers send them: scheme, host and port. A final slash and capitals are forgiven; a path is not. */
export function readOrigins(text: string): OriginLines {
  const lines = text
    .split(/[\s,]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const read = lines.map((line) => ({ line, origin: originOf(line) }));
  return {
    origins: [...new Set(read.flatMap(({ origin }) => origin ?? []))],
    faulty: read.flatMap(({ line, origin }) => (origin === undefined ? line : [])),
  };
}

function originOf(line: string): string | undefined {
  if (!/^https?:\/\//i.test(line) || !URL.canParse(line)) return undefined;
  const { origin, href } = new URL(line);
  return href === `${origin}/` && !/[?#]$/.test(line) ? origin : undefined;
}
