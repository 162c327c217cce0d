/** The values of a path's parameters, by name; undefined if the path is not one of this template. */
export function readPath(path: string, template: string): Map<string, string> | undefined {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const pattern = template
    .split(/\{[^}]+\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('([^/]*?)');
  const found = new RegExp(`${pattern}/?$`).exec(path);
  return found ? new Map(names.map((name, index) => [name, decode(found[index + 1] ?? '')])) : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
