import type { ExcerptPart } from './excerpt.ts';

/** Text with the search terms highlighted. */
export function Marked({ parts }: { parts: ExcerptPart[] }) {
  return parts.map(({ text, marked }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity besides their position
    marked ? <mark key={index}>{text}</mark> : text,
  );
}
