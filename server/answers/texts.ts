/** A human-readable text in both languages. */
export interface Texts {
  en: string;
  pt: string;
}
