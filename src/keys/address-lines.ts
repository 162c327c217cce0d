/** Splits a text into addresses, separated by line breaks, commas or spaces. */
export function readAddresses(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}

/** The rejected addresses, by JSON pointers such as `#/allowed_addresses/1`. */
export function refusedAddresses(addresses: string[], pointers: string[]): string[] {
  return pointers.flatMap((pointer) => {
    const [, index] = /^#\/allowed_addresses\/(\d+)$/.exec(pointer) ?? [];
    return addresses[Number(index)] ?? [];
  });
}
