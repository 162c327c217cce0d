/** How bodies are read: as parsed JSON, as text, as a stream, or as bytes. */
export type MediaKind = 'json' | 'text' | 'stream' | 'bytes';

/** The kind of a media type; undefined where it says nothing, as `*` does. */
export function kindOf(mediaType: string | undefined): MediaKind | undefined {
  const [type = ''] = (mediaType ?? '').toLowerCase().split(';');
  if (type.trim() === '' || type.startsWith('*')) return undefined;
  if (/[/+]json$|^application\/(jsonp?|json5|geo\+json)/.test(type.trim())) return 'json';
  if (type.trim() === 'text/event-stream') return 'stream';
  if (/^text\/|[/+]xml$|[/+]yaml$|\/x-www-form-urlencoded$|\/(javascript|graphql)$/.test(type.trim())) return 'text';
  return 'bytes';
}
