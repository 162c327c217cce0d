/** One field that breaks a rule. `field` is its dotted name, `pointer` its JSON pointer, `keyword` the rule, as JSON Schema calls it. */
export interface Issue {
  in: 'body' | 'path' | 'query' | 'header' | 'cookie';
  pointer: string;
  field: string;
  keyword: string;
  params: Record<string, unknown>;
  message: string;
}

/** An issue with a field of a body, by the path of that field: `scopes/0`. */
export function bodyIssue(path: string, keyword: string, params: Issue['params'] = {}): Issue {
  const field = path.replaceAll('/', '.');
  return { in: 'body', pointer: `/${path}`, field, keyword, params, message: 'cannot be taken' };
}
