import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type WrittenPages, writePages } from './pages-fixture.ts';

/** The text of a section, without its heading. */
function sectionOf(page: string, id: string): string {
  return new RegExp(`^## .*\\{/\\* #${id} \\*/\\}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(page)?.[1] ?? '';
}

const idsOf = (page: string) => [...page.matchAll(/^## .*\{\/\* #([\w-]+) \*\/\}$/gm)].map(([, id]) => id);

/** The sections of each API, and what stands in them: from its document, its profile, and its sandbox. */
const expected: Record<string, Record<string, RegExp[]>> = {
  notas: {
    authentication: [/`Authorization: Basic`, como nome de usuário/, /-u "\$CAIS_KEY:x"/],
    pages: [
      /\| `page` \| número da página \| a partir de 1 \|/,
      /\| `per_page` \| registros por página \| sem ele, 50; no máximo 100 \|/,
      /\| `limit` \| registros por página \| sem ele, 20; no máximo 100 \|/,
      /\| `cursorMark` \| .*na primeira, `\*` \|/,
      /O cabeçalho `Link` traz a URL da próxima página/,
      /per_page=2&page=2" \\\n {2}-u "\$CAIS_KEY:x"\n```\n\n```http\nHTTP\/1\.1 200 OK\nCurrent-Page: 2\n/,
    ],
    filters: [/\| `status` \| Retorna somente as notas nesta situação\./, /\?status=issued/, /\?sort=-/, /\?fields=/],
    errors: [/401 Unauthorized/, /404 Not Found/, /422 [\s\S]*422 /, /409 Conflict"\n[\s\S]*already_exists/],
    limits: [
      /^- 120 requisições de uma vez$/m,
      /^- um minuto depois, mais 120$/m,
      /Rate-Limit-Remaining: \d+/,
      /429 Too Many/,
    ],
    idempotency: [/nas 24 horas seguintes/, /"Idempotency-Key: \$KEY"[\s\S]*Idempotent-Replayed: true/],
    states: [/\| `waiting` \| `issued` \| 10 s \|/, /`REJECT`, o fim é `rejected`/, /"status": "issued"/],
    links: [/em `links`/, /"rel": "self"/],
    events: [/\| `document_success` \| entra em `issued` \| o tempo passa \|/, /"type": "charge_authorized"/],
  },
  gestor: {
    authentication: [/no cabeçalho `apiKey`/, /destes papéis: administrador\./],
    pages: [/\| `limite` \| .* \| sem ele, 100; no máximo 500 \|/, /envie `pagina` com `2`/],
    filters: [/`alterado_apos` traz só o que mudou/, /alterado_apos=2026/],
    errors: [/403 Forbidden/, /400 Bad Request/],
    limits: [/^- 100 requisições de uma vez$/m, /^- a cada segundo, mais 20$/m, /`x-rate-limit-retry-after-seconds`/],
  },
  recebiveis: {
    authentication: [/`\/oauth\/token`/, /"scope": "recebiveis:read"/, /\| `recebiveis:buyers:read` \|/],
    pages: [/\| `page` \| número da página \| a partir de 0 \|/, /no corpo, em `_links\.next\.href`/],
    filters: [/sort=\w+,desc/],
    errors: [/409 Conflict/],
    states: [/"status": "PROCESSING"[\s\S]*"advance_seconds": 10[\s\S]*"status": "AVAILABLE"/],
    links: [/"purchase": \{/],
    events: [/\| `payable_canceled` \| .*cancel-payable\) \|/],
  },
  crm: {
    authentication: [/`Authorization: Bearer`/],
    pages: [/envie em `cursor` o que veio em `proximo_cursor`/, /\?limite=2&cursor=\w+|cursor=[\w-]+&limite=2/],
    filters: [/ordenar=-/],
    errors: [/`application\/problem\+json`/],
    limits: [
      /^- 300 requisições de uma vez$/m,
      /^- depois de 240, as respostas ficam mais lentas$/m,
      /RateLimit-Policy: "workspace"/,
    ],
    events: [/\| `usuario_alterado` \| o registro muda \| .*substituir-usuario\), .*alterar-usuario\) \|/],
    versions: [
      /`v1`: obsoleta desde 30 de junho de 2026; deixa de responder em 30 de junho de 2027/,
      /Sunset: /,
      /410 Gone/,
    ],
  },
  platform: {
    authentication: [/Sem chave: .*create-guest-workspace/],
    pages: [/\| `limit` \| .* \| sem ele, 20; no máximo 100 \|/],
    filters: [/\| `action` \|/],
    errors: [/401 Unauthorized/],
    limits: [/^- depois de 200, /m],
  },
  biblioteca: {
    authentication: [/no cabeçalho `X-Chave-Biblioteca`/],
    pages: [/no corpo, em `paginacao\.proxima`/, /inteiras: .*listar-categorias/],
    filters: [/autor=Clara%20Monteverde/],
    errors: [/404 Not Found/],
    states: [/\/reference\/biblioteca\/devolver\) \| `aberto`, `atrasado` \| `devolvido` \|/],
  },
};

describe('the page on how an API works', () => {
  let pages: WrittenPages;
  before(async () => {
    pages = await writePages('specs:e2e/specs', ['pt-BR', 'en', 'es']);
  });

  for (const [slug, sections] of Object.entries(expected))
    test(`of ${slug} has the sections that the API has something to say in, with its facts`, () => {
      const page = pages.read(slug);
      assert.deepEqual(idsOf(page), Object.keys(sections));
      for (const [id, facts] of Object.entries(sections))
        for (const fact of facts) assert.match(sectionOf(page, id), fact, `${slug}, ${id}`);
    });

  test('says of an API without a profile that its rules are inferred, and of no other', () => {
    for (const slug of pages.slugs) {
      const isSaid = pages.read(slug).includes(`](/reference/${slug}/sandbox-plan)`);
      assert.equal(isSaid, ['biblioteca', 'keywords'].includes(slug), slug);
    }
  });

  test('is in the language of its readers, with the same sections', () => {
    for (const slug of pages.slugs) {
      const [portuguese, english, spanish] = (['pt-BR', 'en', 'es'] as const).map((locale) => pages.read(slug, locale));
      assert.deepEqual(idsOf(english ?? ''), idsOf(portuguese ?? ''));
      assert.deepEqual(idsOf(spanish ?? ''), idsOf(portuguese ?? ''));
      assert.match(sectionOf(english ?? '', 'errors'), /-H "Accept-Language: en"/);
      assert.doesNotMatch(portuguese ?? '', /Accept-Language/);
    }
    assert.match(pages.read('crm', 'en'), /No API key was sent[\s\S]*deprecated since June 30, 2026/);
    assert.match(pages.read('crm', 'es'), /obsoleta desde el 30 de junio de 2026/);
  });

  test('shows no key, token or secret', () => {
    for (const slug of pages.slugs)
      assert.doesNotMatch(pages.read(slug), /sk_(?:test|live)_\w{8}|whsec_\w{8}|eyJ[\w-]{40}/, slug);
  });
});
