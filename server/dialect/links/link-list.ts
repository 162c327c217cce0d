import type { LinkStyle } from './link-style.ts';

/** `links: [{rel, href}]`, on an item and on embedded records. */
export const linkList: LinkStyle = {
  property: 'links',
  write: (links) => links.map(({ rel, href }) => ({ rel, href })),
};
