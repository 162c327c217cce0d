/** The addresses of a text: one a line, or with commas or spaces between them. */
export function readAddresses(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}

/** Those of the addresses that the server did not take, by pointers such as `#/allowed_addresses/1`. */
export function refusedAddresses(addresses: string[], pointers: string[]): string[] {
  return pointers.flatMap((pointer) => {
    const [, index] = /^#\/allowed_addresses\/(\d+)$/.exec(pointer) ?? [];
    return addresses[Number(index)] ?? [];
  });
}
