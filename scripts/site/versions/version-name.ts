/** A segment of a path, or the end of a name, that is a version: `v2`, `v1.1`, `v1beta2`, `2024-10`, `2024-10-01`. */
const version = String.raw`v\d+(?:[._]\d+)*(?:(?:alpha|beta|rc)\d*)?|\d{4}-\d{2}(?:-\d{2})?`;

const segment = new RegExp(`^(?:${version})$`, 'i');
const ending = new RegExp(`^(?:(.*?)[-_. ])?(${version})$`, 'i');

/** The version in a path: its first segment that is one, and the path without it and without the names of parameters. */
export function versionInPath(path: string): { name?: string; rest: string } {
  const segments = path.split('/');
  const place = segments.findIndex((each) => segment.test(each));
  const rest = segments.filter((_, index) => index !== place).map((each) => each.replaceAll(/\{[^}]*\}/g, '{}'));
  const name = segments[place];
  return { ...(name !== undefined && { name: name.toLowerCase() }), rest: rest.join('/') };
}

/** What a name such as `orders-v2` says: the name that all versions share, and the version. */
export function versionInName(name: string): { stem: string; version?: string } {
  const [, stem = '', found] = ending.exec(name) ?? [undefined, name];
  return { stem: stem.toLowerCase(), ...(found && { version: found.toLowerCase() }) };
}

/** Orders versions, the newest first. What is not finished is older than what is: `v1beta1`, `v1`. */
export function newestFirst(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = (other[index] ?? 0) - (one[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const stages = ['alpha', 'beta', 'rc'];

/** `v1.2beta3` as numbers: 1, 2, -2, 3; where nothing follows, 0 stands above each stage. */
function partsOf(name: string): number[] {
  return (name.toLowerCase().match(/\d+|alpha|beta|rc/g) ?? []).map((part) => {
    const stage = stages.indexOf(part);
    return stage < 0 ? Number(part) : stage - stages.length;
  });
}
