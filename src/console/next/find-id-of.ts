/** The id of a record for a parameter of a path: the member of its name, else `id`, else where an answer says that the record is. */
export function findIdOf(
  record: unknown,
  parameter: string,
  location: string | undefined,
  depth = 0,
): string | undefined {
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) {
    const members = Object.entries(record);
    const named =
      members.find(([name]) => plain(name) === plain(parameter)) ?? members.find(([name]) => plain(name) === 'id');
    const value = named?.[1];
    if (/^(string|number|bigint)$/.test(typeof value) && value !== '') return String(value);
    // A record may be wrapped: `{"data": {…}}`.
    const inner = members.filter(([, each]) => typeof each === 'object' && each !== null && !Array.isArray(each));
    const wrapped =
      inner.length === 1 && depth < 2 ? findIdOf(inner[0]?.[1], parameter, undefined, depth + 1) : undefined;
    if (wrapped !== undefined) return wrapped;
  }
  const last = location?.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1);
  return last === undefined ? undefined : decodeURIComponent(last);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}
