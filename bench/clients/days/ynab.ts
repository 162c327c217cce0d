import { type Day, holds, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function ynab(day: Day, sdk: Sdk, { url, key }: Place): Promise<void> {
  const { budgets, accounts, transactions, categories, months } = new (sdk.API ?? sdk.default.API)(key, url);
  const found = await day.step(
    'budgets',
    () => budgets.getBudgets(),
    ({ data }) => holds(data.budgets.length > 0, 'none'),
  );
  const budget = found?.data?.budgets[0]?.id;
  await day.step(
    'read a budget',
    () => budgets.getBudgetById(budget),
    ({ data }) => keeps(data.budget.id, budget),
  );
  const account = { name: 'Cash', type: 'cash', balance: 1000 };
  const made = await day.step(
    'open an account',
    () => accounts.createAccount(budget, { account }),
    ({ data }) => keeps(data.account, account),
  );
  const account_id = made?.data?.account?.id;
  await day.step(
    'read the account',
    () => accounts.getAccountById(budget, account_id),
    ({ data }) => keeps(data.account, { id: account_id, ...account }),
  );
  await day.step(
    'accounts',
    () => accounts.getAccounts(budget),
    ({ data }) => lists(data.accounts, [account_id]),
  );
  const transaction = {
    account_id,
    date: '2026-11-01',
    amount: -1250,
    memo: 'Bread',
    cleared: 'cleared',
    approved: true,
  };
  const spent = await day.step(
    'spend',
    () => transactions.createTransaction(budget, { transaction }),
    ({ data }) => keeps(data.transaction, transaction),
  );
  const id = spent?.data?.transaction?.id;
  await day.step(
    'read it',
    () => transactions.getTransactionById(budget, id),
    ({ data }) => keeps(data.transaction, { id, ...transaction }),
  );
  await day.step(
    'transactions',
    () => transactions.getTransactions(budget),
    ({ data }) => lists(data.transactions, [id]),
  );
  await day.step(
    'those of the account',
    () => transactions.getTransactionsByAccount(budget, account_id),
    ({ data }) => lists(data.transactions, [id]),
  );
  await day.step(
    'change it',
    () => transactions.updateTransaction(budget, id, { transaction: { ...transaction, memo: 'Cake' } }),
    ({ data }) => keeps(data.transaction, { id, ...transaction, memo: 'Cake' }),
  );
  const several = [1, 2].map((count) => ({ ...transaction, memo: `Bill ${count}` }));
  const bulk = await day.step(
    'spend twice at once',
    () => transactions.createTransactions(budget, { transactions: several }),
    ({ data }) =>
      keeps(
        data.transactions.map(({ memo }: Sdk) => memo),
        ['Bill 1', 'Bill 2'],
      ),
  );
  await day.step(
    'both are there',
    () => transactions.getTransactions(budget),
    ({ data }) =>
      lists(
        data.transactions,
        bulk.data.transactions.map((one: Sdk) => one.id),
      ),
  );
  await day.step(
    'since a day',
    () => transactions.getTransactions(budget, '2099-01-01'),
    ({ data }) => holds(data.transactions.length === 0, `${data.transactions.length} of the future`),
  );
  await day.step('delete it', () => transactions.deleteTransaction(budget, id));
  // What this SDK throws is the body alone.
  let status = 0;
  const watched = transactions.withPostMiddleware(async ({ response }: Sdk) => {
    status = response.status;
  });
  await day.refused('read what is deleted', 404, async () => {
    try {
      return await watched.getTransactionById(budget, id);
    } catch (error) {
      throw { status, error };
    }
  });
  await day.step(
    'it is in no list',
    () => transactions.getTransactions(budget),
    ({ data }) => lacks(data.transactions, [id]),
  );
  const groups = await day.step(
    'categories',
    () => categories.getCategories(budget),
    ({ data }) => holds(data.category_groups[0].categories.length > 0, 'none'),
  );
  const category = groups?.data?.category_groups[0]?.categories[0]?.id;
  await day.step(
    'read a category',
    () => categories.getCategoryById(budget, category),
    ({ data }) => keeps(data.category.id, category),
  );
  await day.step(
    'budget for it',
    () => categories.updateMonthCategory(budget, '2026-11-01', category, { category: { budgeted: 5000 } }),
    ({ data }) => keeps(data.category, { id: category, budgeted: 5000 }),
  );
  await day.step(
    'months',
    () => months.getBudgetMonths(budget),
    ({ data }) => holds(data.months.length > 0, 'none'),
  );
}
