import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callGestor } from '../../server/testing/gestor.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('an order of Gestor (dialects.md 2, pedidos with items)', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => callGestor(portal, key, request, body);
  const order = { cliente_id: 1, data: '2026-11-20', itens: [{ produto_id: 1, quantidade: 12 }] };

  test('names and prices come from the products, and totals are exact to the cent', async () => {
    const { status, body } = await call('POST /pedidos', {
      ...order,
      itens: [
        { produto_id: 1, quantidade: 12 },
        { produto_id: 9, quantidade: 2.555 },
        { produto_id: 5, quantidade: 3, preco: 0.1 },
      ],
      desconto: 0.2,
      frete: 18.5,
    });
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(body.itens, [
      { produto_id: 1, descricao: 'Café torrado e moído 500 g', quantidade: 12, preco: 27.9, total: 334.8 },
      { produto_id: 9, descricao: 'Queijo minas padrão', quantidade: 2.555, preco: 54.8, total: 140.01 },
      { produto_id: 5, descricao: 'Feijão carioca 1 kg', quantidade: 3, preco: 0.1, total: 0.3 },
    ]);
    assert.deepEqual([body.total_itens, body.total, body.situacao], [475.11, 493.41, 'aberto']);
    assert.deepEqual(body.cliente, { nome: 'Mercearia Boa Vista Ltda', cpf_cnpj: '11445566000143' });
    assert.deepEqual((await call(`GET /pedidos/${body.id}`)).body, body);
  });

  test('sent totals are ignored, and PUT recomputes them, with its new customer', async () => {
    const { body } = await call('POST /pedidos', { ...order, total: 1, itens: [{ ...order.itens[0], total: 1 }] });
    assert.equal(body.total, 334.8);
    const moved = await call(`PUT /pedidos/${body.id}`, {
      ...body,
      cliente_id: 2,
      itens: [{ produto_id: 2, quantidade: 1 }],
    });
    assert.equal(moved.status, 200);
    assert.deepEqual(
      [moved.body.cliente.nome, moved.body.total, moved.body.itens.length, moved.body.criado_em],
      ['Joana Batista Figueiredo', 62.5, 1, body.criado_em],
    );
  });

  test('the customer and prices are copied when it is created', async () => {
    const { body } = await call('POST /pedidos', {
      ...order,
      cliente_id: 4,
      itens: [{ produto_id: 3, quantidade: 1 }],
    });
    const [customer, item] = [await call('GET /clientes/4'), await call('GET /produtos/3')];
    await call('PUT /clientes/4', { ...customer.body, nome: 'Outro nome' });
    await call('PUT /produtos/3', { ...item.body, preco: 99 });
    assert.deepEqual((await call(`GET /pedidos/${body.id}`)).body, body);
    const sent = await call(`PUT /pedidos/${body.id}`, { ...body, situacao: 'aprovado' });
    assert.deepEqual([sent.body.cliente.nome, sent.body.total], [body.cliente.nome, body.total]);
  });

  test('an unknown customer or product, or too high a discount, is refused with 400', async () => {
    const refused: [body: unknown, field: string, code: string][] = [
      [{ ...order, cliente_id: 987 }, 'cliente_id', 'invalid_value'],
      [
        { ...order, itens: [...order.itens, { produto_id: 987, quantidade: 1 }] },
        'itens.1.produto_id',
        'invalid_value',
      ],
      [{ ...order, itens: [] }, 'itens', 'invalid_length'],
      [{ ...order, itens: [{ produto_id: 1, quantidade: 0 }] }, 'itens.0.quantidade', 'out_of_range'],
      [{ ...order, itens: [{ produto_id: 1 }] }, 'itens.0.quantidade', 'required'],
      [{ ...order, desconto: 1000 }, 'desconto', 'out_of_range'],
      [{ ...order, data: '20/11/2026' }, 'data', 'invalid_format'],
    ];
    const count = (await call('GET /pedidos')).headers['x-total-count'];
    for (const [body, field, code] of refused) {
      const answer = await call('POST /pedidos', body);
      assert.equal(answer.status, 400, field);
      assert.deepEqual(
        answer.body.campos.map(({ campo, codigo }: Record<string, string>) => [campo, codigo]),
        [[field, code]],
      );
    }
    assert.equal((await call('GET /pedidos')).headers['x-total-count'], count, 'a refused order was stored');
  });

  test('is found by customer and by state', async () => {
    const list = async (query: string) => (await call(`GET /pedidos?${query}`)).body as Record<string, unknown>[];
    assert.deepEqual(
      (await list('cliente_id=10')).map(({ id }) => id),
      [6],
    );
    const open = await list('situacao=aberto&alterado_apos=2026-11-18');
    assert.ok(open.length > 0 && open.every(({ situacao }) => situacao === 'aberto'));
    assert.equal((await call('GET /pedidos?situacao=perdido')).status, 400);
  });
});
