import type { ExcerptPart } from './excerpt.ts';

/** A text in which what was searched for is marked. */
export function Marked({ parts }: { parts: ExcerptPart[] }) {
  return parts.map(({ text, marked }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts are their places
    marked ? <mark key={index}>{text}</mark> : text,
  );
}
