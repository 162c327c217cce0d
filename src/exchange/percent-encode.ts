const EXTRA_RESERVED = /[!'()*]/g;

/** Percent-encodes everything but the unreserved characters of RFC 3986. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    EXTRA_RESERVED,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

// `#`, `&` and `+` would change what the query means, `[` and `]` are not allowed in one: they stay encoded.
const KEPT_IN_QUERY = /%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B|3D)/g;

/** Percent-encodes a query value and keeps the reserved characters that cannot break a query (`allowReserved`). */
export function percentEncodeReserved(text: string): string {
  return percentEncode(text).replace(KEPT_IN_QUERY, (code) => decodeURIComponent(code));
}
