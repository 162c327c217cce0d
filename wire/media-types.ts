const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';

/** How the value of a body becomes bytes. */
export type BodyShape = 'json' | 'form' | 'multipart' | 'text' | 'file';

/** The shape of a media type: lower case, without parameters. */
export function bodyShape(mediaType: string): BodyShape {
  const type = bareType(sentType(mediaType));
  if (type === form) return 'form';
  if (type === multipart) return 'multipart';
  if (/[/+]json$/.test(type)) return 'json';
  return /^text\/|[/+](xml|x?-?yaml|graphql|javascript|x-ndjson|jsonl?)$/.test(type) ? 'text' : 'file';
}

/** The media type to send where the document has a range: of any type, JSON. */
export function sentType(mediaType: string): string {
  const [, notation] = /^[\w+.-]+\/\*\+(json|xml)$/.exec(bareType(mediaType)) ?? [];
  if (notation) return `application/${notation}`;
  const [range = '', kind = ''] = /^([\w+.-]+|\*)\/\*$/.exec(bareType(mediaType)) ?? [];
  if (range === '') return mediaType;
  return (
    { text: 'text/plain', image: 'image/png', audio: 'audio/mpeg', video: 'video/mp4' }[kind] ?? 'application/json'
  );
}

/** Whether a media type is JSON: `application/json`, `text/json`, or one that ends in `+json`; no sequence of JSON texts is. */
export function isJson(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /[/+]json(?![\w-])/.test(mediaType);
}

/** A media type without its parameters, in lower case. */
export function bareType(mediaType: string): string {
  return mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
}
