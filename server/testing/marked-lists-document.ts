const text = '{type: string}';
const maybe = '{type: [string, "null"]}';
const integer = '{type: integer}';

/** Lists that are paged in the ways of many APIs: the parameters of each, and the properties beside its records. */
const lists: Record<string, { query: Record<string, string>; beside: string; required?: string }> = {
  charges: {
    query: { starting_after: text, ending_before: text, limit: integer },
    beside: 'has_more: {type: boolean}',
  },
  files: { query: { after: text, limit: integer }, beside: `has_more: {type: boolean}, last_id: ${maybe}` },
  rooms: { query: { pageToken: text, maxResults: integer }, beside: `nextPageToken: ${text}` },
  disks: { query: { marker: text, max_items: integer }, beside: `next_marker: ${maybe}` },
  calls: {
    query: { Page: integer, PageToken: text, PageSize: integer },
    beside: 'next_page_uri: {type: [string, "null"], format: uri}',
  },
  posts: {
    query: { 'page[number]': integer, 'page[size]': integer },
    beside: `links: {type: object, properties: {next: ${maybe}}}, meta: {type: object, properties: {total_count: ${integer}}}`,
  },
  seats: { query: { page: integer, 'page-size': integer }, beside: `next_page_url: ${maybe}, total: ${integer}` },
  cards: {
    query: { 'paginacao.paginaAtual': '{type: integer, minimum: 0}', 'paginacao.itensPorPagina': integer },
    beside: `paginacao: {type: object, properties: {quantidadeDePaginas: ${integer}}}`,
  },
  trips: {
    query: { inicio: '{type: string, format: date-time}', offset: integer, limit: integer },
    beside: 'next_offset: {type: [integer, "null"]}',
  },
  apps: {
    query: { iterator: '{type: [string, "null"], example: app_1}', limit: integer },
    beside: `done: {type: boolean}, iterator: ${maybe}`,
    required: 'done',
  },
  goals: {
    query: { offset: '{type: string, example: eyJ0eXAi}', limit: integer },
    beside: `next_page: {type: [object, "null"], properties: {offset: ${text}, uri: ${text}}}`,
  },
  books: {
    query: { page: integer, size: integer },
    beside: `last: {type: boolean}, first: {type: boolean}, number: ${integer}, results: ${integer}`,
  },
  notes: { query: { cursor: text, limit: integer }, beside: `next_cursor: ${text}`, required: 'next_cursor' },
};

const paths = Object.entries(lists).map(([name, { query, beside, required }]) => {
  const parameters = Object.entries(query).map(([each, schema]) => `{name: "${each}", in: query, schema: ${schema}}`);
  return `  /${name}:
    get:
      parameters: [${parameters.join(', ')}]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, required: [${required ?? ''}], properties: {${name}: {type: array, items: {$ref: "#/components/schemas/${name}"}}, ${beside}}}}}}}
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: ${text}}}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/${name}"}}}}}`;
});

export const markedListsDocument = `openapi: 3.1.0
info: {title: Marked, version: "1"}
paths:
${paths.join('\n')}
components:
  schemas:
${Object.keys(lists)
  .map((name) => `    ${name}: {type: object, properties: {id: ${text}, name: ${text}}}`)
  .join('\n')}
`;
