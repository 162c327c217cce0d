/** Different names of one notation. */
const sameAs: Record<string, string> = {
  'text/json': 'application/json',
  'application/x-json': 'application/json',
  'text/xml': 'application/xml',
};

interface Parsed {
  type: string;
  parameters: Map<string, string>;
}

/**
 * Finds the media type among those that a document declares under which another one falls: the same with the same parameters, the
 * same, another name of it, a range (`application/*+json`, `image/*`), any.
 */
export function findDeclaredType(declared: string[], contentType: string): string | undefined {
  const sent = parse(contentType);
  if (sent.type === '') return undefined;
  const ranks = declared.map((type) => rankOf(parse(type), sent));
  const best = Math.max(0, ...ranks);
  return best > 0 ? declared[ranks.indexOf(best)] : undefined;
}

function rankOf({ type, parameters }: Parsed, sent: Parsed): number {
  if (type === sent.type) {
    const isSame = [...parameters].every(([name, value]) => name === 'charset' || sent.parameters.get(name) === value);
    return parameters.size > 0 && isSame ? 6 : 5;
  }
  if ((sameAs[type] ?? type) === (sameAs[sent.type] ?? sent.type)) return 4;
  const [, range, ending] = /^([^/]+\/)\*(\+.+)?$/.exec(type) ?? [];
  if (range === undefined) return 0;
  if (range === '*/') return 1;
  const isWithin = sent.type.startsWith(range);
  // `application/*+json` takes plain JSON, too: .NET writes it beside that, others instead.
  return isWithin && (!ending || sent.type.endsWith(ending) || sent.type === range + ending.slice(1)) ? 3 : 0;
}

function parse(mediaType: string): Parsed {
  const [type = '', ...rest] = mediaType.split(';');
  const parameters = rest.map((text) => {
    const [name = '', value = ''] = text.split('=');
    return [
      name.trim().toLowerCase(),
      value
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .toLowerCase(),
    ] as const;
  });
  return { type: type.trim().toLowerCase(), parameters: new Map(parameters) };
}
