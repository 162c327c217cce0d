/** A field that breaks a rule: `field` is its dotted name, `pointer` its JSON pointer, `keyword` the rule's JSON Schema keyword. */
export interface Issue {
  in: 'body' | 'path' | 'query' | 'header' | 'cookie';
  pointer: string;
  field: string;
  keyword: string;
  params: Record<string, unknown>;
  message: string;
}

/** An issue with a body field, by the field's path: `scopes/0`. */
export function bodyIssue(path: string, keyword: string, params: Issue['params'] = {}): Issue {
  const field = path.replaceAll('/', '.');
  return { in: 'body', pointer: path && `/${path}`, field, keyword, params, message: 'is not valid' };
}

/** An issue with a parameter of the query string. */
export function queryIssue(name: string, keyword: string, params: Issue['params'], message: string): Issue {
  return { in: 'query', pointer: `/${name}`, field: name, keyword, params, message };
}
