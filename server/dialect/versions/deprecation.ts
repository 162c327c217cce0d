import type { OlderVersion } from './versions.ts';

/** The headers of a deprecated version: since when (RFC 9745), until when (RFC 8594), and its successor (RFC 5829). */
export function deprecationHeaders(
  { deprecated, sunset, guide }: OlderVersion,
  { publicUrl, successor }: { publicUrl: string; successor?: string },
): Record<string, string> {
  const page = `<${publicUrl}${guide}>`;
  const links = [`${page}; rel="deprecation"; type="text/html"`, `${page}; rel="sunset"; type="text/html"`];
  return {
    deprecation: `@${Math.floor(Date.parse(deprecated) / 1000)}`,
    sunset: new Date(sunset).toUTCString(),
    link: [...links, ...(successor ? [`<${successor}>; rel="successor-version"`] : [])].join(', '),
  };
}
