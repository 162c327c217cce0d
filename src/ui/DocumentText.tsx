import type { ReactNode } from 'react';
import { useDocumentLang } from './document-lang.ts';

/** A short text of a document, such as its title, marked with its language where that is not the page's. */
export function DocumentText({ children }: { children: ReactNode }) {
  const lang = useDocumentLang();
  return lang === undefined ? children : <span lang={lang}>{children}</span>;
}
