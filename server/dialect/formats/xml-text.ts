/** Replaces characters that XML does not allow with U+FFFD, so that the document stays well-formed. */
function allowed(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/** A text as the content of an element. */
export function escapeText(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** A text as the value of an attribute, in double quotes. */
export function attributeOf(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/** A text as a CDATA section; the end of one in it is divided between two. */
export function sectionOf(text: string): string {
  return `<![CDATA[${allowed(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
