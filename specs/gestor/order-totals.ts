import { type Derive, invalidFields } from 'cais/dialect';

interface Item {
  produto_id: number;
  quantidade: number;
  preco?: number;
}

/** Adds each item's product name and, where it was not sent, its price, and computes the totals. */
export const orderTotals: Derive = async (order, find) => {
  const items = await Promise.all((order.itens as Item[]).map((item) => completeItem(item)));
  const products = sum(items.map(({ total }) => total));
  const [discount, freight] = [Number(order.desconto), Number(order.frete)];
  if (discount > products) throw discountTooHigh(products);
  return { ...order, itens: items, total_itens: products, total: sum([products, -discount, freight]) };

  async function completeItem({ produto_id, quantidade, preco }: Item) {
    const product = await find('produtos', produto_id);
    const price = preco ?? Number(product?.preco);
    return { produto_id, descricao: product?.nome, quantidade, preco: price, total: times(quantidade, price) };
  }
};

/** Amounts are added in cents and quantities multiplied in thousandths, as whole numbers. */
const cents = (amount: number) => Math.round(amount * 100);

function sum(amounts: number[]): number {
  return amounts.reduce((whole, amount) => whole + cents(amount), 0) / 100;
}

function times(quantity: number, price: number): number {
  return Math.round((Math.round(quantity * 1000) * cents(price)) / 1000) / 100;
}

function discountTooHigh(limit: number): Error {
  const issue = { in: 'body', pointer: '/desconto', field: 'desconto', keyword: 'maximum', params: { limit } } as const;
  return invalidFields([{ ...issue, message: 'is more than the items' }]);
}
