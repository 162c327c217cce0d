/** Whether a label means UTF-8, in every spelling that the web takes (WHATWG Encoding, 4.2): `utf-8`, `UTF8`. */
export function isUtf8(label: string): boolean {
  try {
    return new TextDecoder(label).encoding === 'utf-8';
  } catch {
    return false;
  }
}
