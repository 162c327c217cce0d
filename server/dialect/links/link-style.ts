/** A link of a record: to itself, a referenced record, a sub-collection, or an action. */
export interface RecordLink {
  rel: string;
  href: string;
  /** The HTTP method to follow it with. */
  method: string;
  /** Whether `href` has parameters that only the caller can fill: `/buyers/{buyerId}/purchases`. */
  isTemplate: boolean;
  /** The query parameters that it accepts. */
  query: string[];
}

/** How an API shows links: in which property, and in which format. */
export interface LinkStyle {
  property: string;
  write(links: RecordLink[]): unknown;
}
