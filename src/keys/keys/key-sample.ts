/** A first call of one API, for whoever has just got a key. */
export interface KeySample {
  slug: string;
  title: string;
  basePath: string;
  /** curl, with `{{origin}}` and `{{key}}` or `{{basic}}` in their places. */
  code: string;
  /** Where the API is besides this portal's sandbox, as its document says. */
  servers: { description: string; url: string }[];
}
