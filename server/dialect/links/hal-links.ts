import type { LinkStyle, RecordLink } from './link-style.ts';

/** `_links: {self: {href, type}}`: `type` is the HTTP method, and `templated` marks a URI template (RFC 6570). */
export const halLinks: LinkStyle = {
  property: '_links',
  write: (links) => Object.fromEntries(links.map((link) => [link.rel, halLink(link)])),
};

function halLink({ href, method, isTemplate, query }: RecordLink): Record<string, unknown> {
  const address = query.length > 0 ? `${href}{?${query.join(',')}}` : href;
  return { href: address, type: method, ...((isTemplate || query.length > 0) && { templated: true }) };
}
