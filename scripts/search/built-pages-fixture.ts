/** Pages as Docusaurus minifies them: without optional quotes and end tags. */
export const builtPages = {
  'guides/idempotency.html': `<title>x</title><meta name=description content="Repita sem medo."><article><nav>Menu vizinho</nav>
    <h1>Idempotência</h1><p>Uma chave por operação.<h2 class=anchor id=regras>As regras<a class=hash-link href=#regras>#</a></h2>
    <p>A repetição devolve a primeira resposta.<pre>curl amostra</pre></article>`,
  'guides/errors.html': `<article><h1>Erros</h1><h3 class=anchor id=invalid_json>invalid_json<a class=hash-link href=#invalid_json>#</a></h3>
    <p>O corpo não é um JSON válido.<table><tr><td>esquerda<td>direita</table></article>`,
  'keys.html': `<meta name=keywords content="client_id, segredo"><main><h1>Chaves</h1><p>Uma chave para cada programa.</main><footer>Colofão</footer>`,
  '404.html': '<main><h1>Não há</h1></main>',
};
