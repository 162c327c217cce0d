/** A text for readers, in both languages. */
export interface Texts {
  en: string;
  pt: string;
}
