import { shownUrl } from './shown-url.ts';

/** Whom to write to: a name, a page and an e-mail address, of which any may be missing. */
export interface Contact {
  name?: string;
  url?: string;
  email?: string;
}

/** The name of a contact as a link to write to it; only a name if there is neither an address nor a page. */
export function ContactName({ name, url, email }: Contact) {
  const text = name ?? email ?? url;
  const to = email ? `mailto:${email}` : url;
  return to ? <a href={to}>{text}</a> : text;
}

/** A contact in full: its name, address and page. */
export function ContactLinks({ name, url, email }: Contact) {
  return (
    <>
      {name && <span>{name}</span>}
      {email && <a href={`mailto:${email}`}>{email}</a>}
      {url && <a href={url}>{shownUrl(url)}</a>}
    </>
  );
}
