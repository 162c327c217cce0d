/** Where a record leads: to itself, to what it names, to what lies below it, and to what may be done with it. */
export interface RecordLink {
  rel: string;
  href: string;
  /** The HTTP method with which it is followed. */
  method: string;
  /** Whether the address has places that only the caller can fill: `/buyers/{buyerId}/purchases`. */
  isTemplate: boolean;
  /** The query parameters that it takes. */
  query: string[];
}

/** How an API shows links: under which property, and in which form. */
export interface LinkStyle {
  property: string;
  write(links: RecordLink[]): unknown;
}
