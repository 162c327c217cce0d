/** A first call to one API with a new key. */
export interface KeySample {
  slug: string;
  title: string;
  basePath: string;
  /** curl, with the placeholders `{{origin}}` and `{{key}}` or `{{basic}}`. */
  code: string;
  /** Servers other than this portal's sandbox, from the API's document. */
  servers: { description: string; url: string }[];
}
