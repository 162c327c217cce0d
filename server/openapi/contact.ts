import type { OpenApiDocument } from './document-types.ts';

/** Whom a document names for questions, by what can be shown and linked safely. */
export interface Contact {
  name?: string;
  /** A page, by http or https. */
  url?: string;
  email?: string;
}

const longestName = 100;

/** The contact of a document (`info.contact`), without what is no link to a page or no address; undefined if nothing is left. */
export function findContact({ info }: Pick<OpenApiDocument, 'info'>): Contact | undefined {
  const { name, url, email } = info.contact ?? {};
  const contact: Contact = {
    ...(isText(name) && { name: name.trim().slice(0, longestName) }),
    ...(isPage(url) && { url }),
    ...(isText(email) && isEmail(email) && { email }),
  };
  return Object.keys(contact).length > 0 ? contact : undefined;
}

/** Whether a text is one address of e-mail, without anything that a mail server could read as a second one. */
function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/.test(text);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Whether an address may be a link: one by http or https. */
export function isPage(url: unknown): url is string {
  return typeof url === 'string' && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
