import { test as base, expect } from '../support/portal-test.ts';
import { type Call, caller, newGuestKey } from '../support/sandbox.ts';

// A Portuguese document without a profile: envelopes, names and errors are its own, and all behaviour is inferred.
const test = base.extend<{ call: Call }>({
  call: async ({ portal }, use) => {
    await use(caller(portal, '/sandbox/biblioteca', { 'X-Chave-Biblioteca': await newGuestKey(portal) }));
  },
});

const dalva = { nome: 'Dalva Queiroz', email: 'dalva@correio.example', bairro: 'Ribeira', ativo: false };

test('a reader is created, read, listed, replaced and deleted', async ({ call }) => {
  const created = await call('POST', '/leitores', { ...dalva, senha: 'marinheira' });
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({ ...dalva, matricula: expect.any(Number) });
  expect(created.body).not.toHaveProperty('senha');
  const address = `/leitores/${created.body.matricula}`;

  const read = await call('GET', address);
  expect(read.status).toBe(200);
  expect(read.body).toEqual(created.body);

  const list = await call('GET', '/leitores?bairro=Ribeira&ativo=false');
  expect(list.status).toBe(200);
  expect(list.body.dados).toContainEqual(created.body);
  expect((await call('GET', '/leitores?ativo=true&limite=50')).body.dados).not.toContainEqual(created.body);

  const replaced = await call('PUT', address, { nome: 'Dalva Q. Lima', email: 'dalva@correio.example' });
  expect(replaced.status).toBe(200);
  expect(replaced.body).toMatchObject({ matricula: created.body.matricula, nome: 'Dalva Q. Lima', ativo: true });
  expect((await call('GET', address)).body).toEqual(replaced.body);

  const removed = await call('DELETE', address);
  expect(removed.status).toBe(200);
  expect(removed.body).toEqual(replaced.body);
  const gone = await call('GET', address);
  expect(gone.status).toBe(404);
  expect(gone.body).toEqual({
    erro: expect.objectContaining({ codigo: expect.any(String), mensagem: expect.any(String) }),
  });
});

test('PUT creates a book with an ISBN chosen by the caller, and the next PUT replaces it', async ({ call }) => {
  const book = { isbn: '9786500000993', titulo: 'Maré cheia', autor: 'Irene Salgado' };
  const created = await call('PUT', `/livros/${book.isbn}`, book);
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject(book);
  const replaced = await call('PUT', `/livros/${book.isbn}`, { ...book, titulo: 'Maré baixa' });
  expect(replaced.status).toBe(200);
  expect((await call('GET', `/livros/${book.isbn}`)).body.titulo).toBe('Maré baixa');
  expect((await call('DELETE', `/livros/${book.isbn}`)).status).toBe(204);
  expect((await call('GET', `/livros/${book.isbn}`)).status).toBe(404);
});

test("a list is paged, in the document's envelope", async ({ call }) => {
  for (const last of ['7', '8', '9']) {
    const isbn = `978650000066${last}`;
    await call('PUT', `/livros/${isbn}`, { isbn, titulo: `Livro ${last}`, autor: 'Autora de Teste' });
  }
  const autor = `autor=${encodeURIComponent('Autora de Teste')}`;
  const first = await call('GET', `/livros?${autor}&limite=2`);
  expect(first.body.dados).toHaveLength(2);
  expect(first.body.paginacao).toMatchObject({ total: 3, limite: 2, deslocamento: 0 });
  const second = await call('GET', `/livros?${autor}&limite=2&deslocamento=2`);
  expect(second.body.dados).toHaveLength(1);
  expect(second.body.paginacao).toMatchObject({ total: 3, limite: 2, deslocamento: 2 });
  const titles = [...first.body.dados, ...second.body.dados].map(({ titulo }: { titulo: string }) => titulo);
  expect(titles.sort()).toEqual(['Livro 7', 'Livro 8', 'Livro 9']);
});

test('a copy belongs to its book only', async ({ call }) => {
  const [mine, other] = ['9786500000771', '9786500000788'];
  for (const isbn of [mine, other]) await call('PUT', `/livros/${isbn}`, { isbn, titulo: 'T', autor: 'A' });
  const copy = await call('POST', `/livros/${mine}/exemplares`, { unidade: 'Centro', estante: 'B-14' });
  expect(copy.status).toBe(201);
  expect(copy.body).toMatchObject({ unidade: 'Centro', isbn: mine, codigo: expect.any(Number), conservacao: 'bom' });

  const address = `/exemplares/${copy.body.codigo}`;
  expect((await call('GET', `/livros/${mine}/exemplares`)).body.dados).toEqual([copy.body]);
  expect((await call('GET', `/livros/${other}/exemplares`)).body.dados).toEqual([]);
  expect((await call('GET', `/livros/${mine}${address}`)).body).toEqual(copy.body);
  expect((await call('GET', `/livros/${other}${address}`)).status).toBe(404);
  expect((await call('POST', '/livros/9786500009999/exemplares', { unidade: 'Centro' })).status).toBe(404);
});

test('a merge patch changes only what it contains', async ({ portal }) => {
  const headers = { 'X-Chave-Biblioteca': await newGuestKey(portal) };
  const call = caller(portal, '/sandbox/biblioteca', headers);
  const patch = caller(portal, '/sandbox/biblioteca', { ...headers, 'content-type': 'application/merge-patch+json' });
  const isbn = '9786500000504';
  await call('PUT', `/livros/${isbn}`, { isbn, titulo: 'T', autor: 'A' });
  const { body: copy } = await call('POST', `/livros/${isbn}/exemplares`, { unidade: 'Centro', estante: 'B-14' });
  const changed = await patch('PATCH', `/livros/${isbn}/exemplares/${copy.codigo}`, { estante: 'C-02' });
  expect(changed.status).toBe(200);
  expect(changed.body).toEqual({ ...copy, estante: 'C-02' });
});

test('a singleton can be written and read', async ({ call }) => {
  const settings = { dias_de_emprestimo: 7, multa_por_dia: 0, aceita_reservas: false, aviso: null };
  expect((await call('PUT', '/configuracao', settings)).status).toBe(200);
  const read = await call('GET', '/configuracao');
  expect(read.status).toBe(200);
  expect(read.body).toMatchObject(settings);
});

test("invalid requests are rejected in the document's error format", async ({ portal, call }) => {
  const anonymous = await caller(portal, '/sandbox/biblioteca')('GET', '/livros');
  expect(anonymous.status).toBe(401);
  expect(anonymous.body).toEqual({ erro: expect.objectContaining({ codigo: expect.any(String) }) });

  const invalid = await call('POST', '/leitores', { nome: 'D', senha: 'curta' });
  expect(invalid.status).toBe(422);
  const fields = invalid.body.erro.campos.map(({ campo }: { campo: string }) => campo);
  expect(fields.sort()).toEqual(['email', 'nome', 'senha']);

  const event = { tipo: 'oficina', titulo: 'Nós', data: '2026-12-12' };
  expect((await call('POST', '/eventos', event)).status).toBe(422);
  expect((await call('POST', '/eventos', { ...event, vagas: 12 })).status).toBe(201);
});
