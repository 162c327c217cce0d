/** Where a record leads: to itself, to what it names, and to what lies below it. */
export interface RecordLink {
  rel: string;
  href: string;
}

/** How an API shows links: under which property, and in which form. */
export interface LinkStyle {
  property: string;
  write(links: RecordLink[]): unknown;
}
