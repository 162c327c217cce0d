import type { Derive } from 'cais/dialect';

const day = 24 * 60 * 60 * 1000;

/** Adds to a purchase the sponsor and amount of its payable, and the price. */
export const derivePrice: Derive = async (purchase, find) => {
  const payable = await find('payables', purchase.payableId);
  if (!payable) return purchase;
  const amount = String(payable.amount);
  const days = daysBetween(String(purchase.createdAt).slice(0, 10), String(payable.paymentDate));
  return {
    ...purchase,
    sponsorId: payable.sponsorId,
    amount,
    price: presentValue(amount, String(purchase.monthlyRate), days),
  };
};

/** The present value of an amount due in a number of days, at a rate in percent per 30 days. */
function presentValue(amount: string, monthlyRate: string, days: number): string {
  const factor = (1 + Number(monthlyRate) / 100) ** (Math.max(days, 0) / 30);
  return (Math.round((Number(amount) * 100) / factor) / 100).toFixed(2);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}
