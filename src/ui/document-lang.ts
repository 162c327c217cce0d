import { createContext, useContext } from 'react';

/** The language of the texts of the document that a page shows, where they are not in that of the page. */
export const DocumentLang = createContext<string | undefined>(undefined);

/** The `lang` of an element with a text of the document. */
export function useDocumentLang(): string | undefined {
  return useContext(DocumentLang);
}
