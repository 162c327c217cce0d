interface ReadmeTexts {
  generated: string;
  call: string;
  results: string;
  pages: string;
  pageFields: string;
  errors: string;
  errorKinds: string;
  terms: string;
}

export const readmeTexts: Record<'pt' | 'en', ReadmeTexts> = {
  pt: {
    generated:
      'Um cliente em TypeScript, gerado do documento OpenAPI da API. Não depende de outros pacotes e só usa `fetch`: funciona no Node.js 20.3 ou mais novo e nos navegadores.',
    call: 'Chame a API',
    results:
      'Nenhuma chamada lança exceções. O resultado traz `data` ou `error`, e sempre `ok`, `status`, `requestId`, `retryAfter` (quantos segundos a API pede para esperar), `headers` e `response`.',
    pages: 'Páginas',
    pageFields:
      'Nas listas, o resultado traz `page`: `items`, `current` (a partir de 1), `pages`, `perPage`, `total` e `next`, a requisição da próxima página. O que a API não informa fica `undefined`. `pages` percorre as páginas, `items` percorre os registros, e `collect` devolve todos em um só resultado:',
    errors: 'Erros',
    errorKinds:
      'Com `status`, o TypeScript sabe qual é o erro: cada status tem o formato que o documento descreve. Com `status` 0 não houve resposta que se pudesse ler; `error.kind` diz por quê: `network`, `timeout`, `aborted`, `unreadable` ou `request` (os argumentos não formam uma requisição). Um status que o documento não descreve tem `error.kind` igual a `http`.',
    terms: 'Licença e termos da API',
  },
  en: {
    generated:
      'A TypeScript client, generated from the OpenAPI document of the API. It depends on no other package and uses only `fetch`: it works in Node.js 20.3 or newer and in browsers.',
    call: 'Call the API',
    results:
      'No call throws. The result has `data` or `error`, and always `ok`, `status`, `requestId`, `retryAfter` (for how many seconds the API asks to wait), `headers` and `response`.',
    pages: 'Pages',
    pageFields:
      'Results of lists have a `page`: `items`, `current` (from 1), `pages`, `perPage`, `total`, and `next`, the request for the next page. What the API does not tell is `undefined`. `pages` walks through the pages, `items` through the records, and `collect` returns them all in one result:',
    errors: 'Errors',
    errorKinds:
      'By `status`, TypeScript knows which error it is: each status has the form that the document describes. With `status` 0 there was no response that could be read, and `error.kind` says why: `network`, `timeout`, `aborted`, `unreadable` or `request` (the arguments make no request). A status that the document does not describe has an `error.kind` of `http`.',
    terms: 'License and terms of the API',
  },
};
