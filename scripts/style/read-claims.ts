/** A request that a guide shows, and the status that it shows for it. */
export interface ShownRequest {
  line: number;
  /** Undefined where the guide only names an address. */
  method: string | undefined;
  /** `/sandbox/notas/v1/customers/$ID`, without its query. */
  path: string;
  query: string[];
  status?: string;
}

const address =
  /(?:http:\/\/localhost:3000|\$api)?(\/(?:sandbox\/[a-z-]+|platform)\/v\d[^\s"'`)<>\\|,;]*)(\?[^\s"'`)\\]*)?/g;

/** The requests in the code of a guide: those of curl commands and of calls such as `fetch`, and addresses in the text. */
export function readRequests(markdown: string): ShownRequest[] {
  const requests: ShownRequest[] = [];
  const blocks = markdown.split(/^(```.*)$/m);
  let line = 1;
  let asked: ShownRequest[] = [];
  for (const [index, text] of blocks.entries()) {
    const isCode = index % 4 === 2;
    const language = isCode ? (blocks[index - 1] ?? '') : '';
    const status = /^```\w+ title="(\d{3}) /.exec(language)?.[1] ?? /^\s*HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
    const [only, ...others] = asked;
    // The block after a single command is its response.
    if (isCode && status && only && others.length === 0) only.status = status;
    const found = !isCode || /^```(?:bash|sh|js|ts)\b/.test(language) ? requestsIn(text, line, isCode) : [];
    requests.push(...found);
    if (isCode) asked = (text.match(/curl |fetch\(/g) ?? []).length === 1 ? found : [];
    line += text.split('\n').length - 1;
  }
  return requests;
}

function requestsIn(text: string, firstLine: number, isCode: boolean): ShownRequest[] {
  return [...text.matchAll(address)].map((found) => {
    const [, whole = '', more = ''] = found;
    const [path = '', search = ''] = (whole + more).split(/\?(.*)/s);
    const before = text.slice(0, found.index);
    const command = before.split(/(?<!\\)\n/).at(-1) ?? '';
    const after = text.slice(found.index).split(/(?<!\\)\n/)[0] ?? '';
    const named = /\b(GET|POST|PUT|PATCH|DELETE) $/.exec(before)?.[1];
    const flagged = /-X ([A-Z]+)/.exec(command + after)?.[1];
    const implied =
      isCode && /curl /.test(command)
        ? / (?:-d|--data|--data-binary) /.test(command + after)
          ? 'POST'
          : 'GET'
        : undefined;
    const query = search.split('&').flatMap((pair) => {
      const name = decodeURIComponent(pair.split('=')[0] ?? '').replace(/[<>]$/, '');
      return /^[\w.>-]+$/.test(name) ? [name] : [];
    });
    const line = firstLine + before.split('\n').length - 1;
    return { line, method: named ?? flagged ?? implied, path: path.replace(/[.:{]$/, ''), query };
  });
}

/** The scopes that a guide names as code: `notas:read`, `*:write`. */
export function readScopes(markdown: string): string[] {
  return [...markdown.matchAll(/["'` ]((?:\*|[a-z_]+)(?::[a-z_]+)?:(?:read|write))\b/g)].map(([, name = '']) => name);
}
