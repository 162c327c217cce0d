const EXTRA_RESERVED = /[!'()*]/g;

/** Percent-encodes everything except the unreserved characters of RFC 3986. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    EXTRA_RESERVED,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

// `#`, `&` and `+` would change the meaning of the query and `[` and `]` are not allowed in it, so they stay encoded.
const ALLOWED_IN_QUERY = /%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B|3D)/g;

/** Percent-encodes a query value, except the reserved characters that are safe in a query (`allowReserved`). */
export function percentEncodeReserved(text: string): string {
  return percentEncode(text).replace(ALLOWED_IN_QUERY, (code) => decodeURIComponent(code));
}
