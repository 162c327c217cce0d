/** What a caller does with one API. */
interface Use {
  /** The credentials of the client. */
  auth: string;
  /** The operations that the steps call. */
  imports: string;
  /** The list, and how it is asked for small pages. */
  list: string;
  request: string;
  /** Makes records where the list has none. */
  prepare?: string;
  /** Sets `made`, `found`, `refused` and `said`. */
  steps: string;
}

const uses: Record<string, Use> = {
  notas: {
    auth: '{ basicAuth: key }',
    imports: 'createCustomer, getCustomer, listCustomers',
    list: 'listCustomers',
    request: '{ query: { per_page: 5 } }',
    steps: `
  const ana = { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725' } as const;
  const made = await createCustomer(client, {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    body: { ...ana, email: 'ana@correio.example' },
  });
  const id: string | undefined = made.data?.id;
  const read = await getCustomer(client, { path: { customer_id: id ?? '' } });
  const found = read.ok && read.data.name === 'Ana Lima';
  // @ts-expect-error: an e-mail address is missing.
  const refused = await createCustomer(client, { body: ana });
  const said = refused.status === 422 ? refused.error.errors[0]?.code : undefined;`,
  },
  gestor: {
    auth: '{ apiKey: key }',
    imports: 'consultarProduto, criarProduto, listarProdutos',
    list: 'listarProdutos',
    request: '{ query: { limite: 5 } }',
    steps: `
  const made = await criarProduto(client, { body: { codigo: 'T-1', nome: 'Produto 1', preco: 10.5 } });
  const id: number | undefined = made.data?.id;
  const read = await consultarProduto(client, { path: { produto_id: id ?? 0 } });
  const found = read.ok && read.data.nome === 'Produto 1';
  // @ts-expect-error: a product has a price.
  const refused = await criarProduto(client, { body: { codigo: 'T-2', nome: 'Produto 2' } });
  const said = refused.status === 400 ? refused.error.codigo : undefined;`,
  },
  recebiveis: {
    auth: '{ bearerAuth: key }',
    imports: 'createPurchase, getPurchase, getSponsor, listSponsors',
    list: 'listSponsors',
    request: '{ query: { size: 1 } }',
    steps: `
  const body = { payableId: 'pay_4t8w2k6v9n3q7x5c', monthlyRate: '1.50' };
  const made = await createPurchase(client, { path: { buyerId: '123' }, body });
  const read = await getPurchase(client, { path: { buyerId: '123', purchaseId: made.data?.id ?? '' } });
  const found = read.ok && read.data.payableId === body.payableId;
  const refused = await getSponsor(client, { path: { sponsorId: 'spn_nobody' } });
  const said = refused.status === 404 ? refused.error.type : undefined;`,
  },
  crm: {
    auth: '{ bearerAuth: key }',
    imports: 'cadastrarUsuario, consultarUsuario, listarUsuarios',
    list: 'listarUsuarios',
    request: '{ query: { limite: 2 } }',
    steps: `
  const body = { nome: 'Ana Lima', email: 'ana@correio.example', perfil: 'vendedor' } as const;
  const made = await cadastrarUsuario(client, { body });
  const read = await consultarUsuario(client, { path: { usuario_id: made.data?.id ?? 0 } });
  const found = read.ok && read.data.nome === 'Ana Lima';
  // @ts-expect-error: an e-mail address and a role are missing.
  const refused = await cadastrarUsuario(client, { body: { nome: 'Sem E-mail' } });
  const said = refused.status === 422 ? refused.error.errors?.[0]?.code : undefined;`,
  },
  platform: {
    auth: '{ bearerAuth: key }',
    imports: 'createInbox, getInbox, listInboxes',
    list: 'listInboxes',
    request: '{ query: { limit: 2 } }',
    prepare: 'for (let count = 0; count < 3; count++) await createInbox(client);',
    steps: `
  const made = await createInbox(client);
  const read = await getInbox(client, { path: { inbox_id: made.data?.id ?? '' } });
  const found = read.ok && read.data.id === made.data?.id;
  const refused = await getInbox(client, { path: { inbox_id: 'inb_nobody' } });
  const said = refused.status === 404 ? refused.error.code : undefined;`,
  },
};

/**
 * A program for each API, as a caller would write it: the test compiles and runs them. Each walks a list page by page and record
 * by record, creates and reads a record, is refused, and calls where nothing listens.
 */
export const programs = Object.entries(uses).map(([slug, use]): [slug: string, text: string] => [
  slug,
  program(slug, use),
]);

function program(slug: string, { auth, imports, list, request, prepare = '', steps }: Use): string {
  return `import { collect, createClient, items, pages, ${imports} } from '@cais/${slug}';

export default async function use(key: string) {
  const client = createClient({ auth: ${auth} });
  const request = ${request};
  ${prepare}
  let walked = 0;
  for await (const { data, error } of items(client, ${list}, request)) {
    if (error) throw new Error(JSON.stringify(error));
    if (data.id) walked++;
  }
  const sizes: number[] = [];
  let lastHasNext = true;
  for await (const result of pages(client, ${list}, request)) {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    sizes.push(result.page.items.length);
    lastHasNext = result.page.next !== undefined;
  }
  const first = await ${list}(client, request);
  const { items: _, next, ...told } = first.page ?? { items: [] };
  const second = next && (await ${list}(client, next));
  const all = await collect(client, ${list}, request);
${steps}
  const nowhere = createClient({ baseUrl: 'http://127.0.0.1:9', auth: ${auth} });
  const offline = await ${list}(nowhere, request);
  const kind = offline.status === 0 ? offline.error.kind : undefined;
  return {
    walked,
    sizes: [sizes[1], second?.page?.items.length],
    told,
    lastHasNext,
    collected: all.data?.length,
    created: [made.status, found],
    refused: [refused.status, said],
    requestId: refused.requestId,
    offline: [offline.status, kind, offline.response !== undefined],
  };
}
`;
}
