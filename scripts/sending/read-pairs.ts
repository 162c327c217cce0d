/** A plus sign is a space in a query, as servers read it. */
export function readPairs(text: string): [string, string][] {
  return text === ''
    ? []
    : text.split('&').map((pair) => {
        const at = pair.indexOf('=');
        const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
        return [decodeURIComponent(name.replaceAll('+', ' ')), decodeURIComponent(value.replaceAll('+', ' '))];
      });
}
