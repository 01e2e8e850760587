// Which order a complaint is about: by its number in the mail, else by what was ordered. Pure.
import type { ComplaintDraft } from '#contract/complaint.ts';
import type { OrderRow } from './row.ts';

const mostNumbers = 200;
const shortestTellingWord = 6;

/** Everything in a text that may be a document number, lower case: "AU-26-0907", "4711022". */
export function listDocumentNumbers(text: string): string[] {
  const candidates = text.toLowerCase().match(/[\p{L}\d]+(?:[-/.][\p{L}\d]+)*/gu) ?? [];
  const numbers = candidates.filter((word) => word.length <= 40 && (word.match(/\d/g) ?? []).length >= 3);
  return [...new Set(numbers)].slice(0, mostNumbers);
}

/** The orders with those named in the text marked, and the one that is most likely meant. */
export function matchOrders(
  orders: readonly OrderRow[],
  text: string,
  numbers: readonly string[],
): Pick<ComplaintDraft, 'orders' | 'suggestedOrderId'> {
  const inText = (order: OrderRow) => numbers.includes(order.number.toLowerCase());
  const named = orders
    .filter(inText)
    .toSorted((a, b) => numbers.indexOf(a.number.toLowerCase()) - numbers.indexOf(b.number.toLowerCase()))[0];
  const suggested = named ?? orders.find((order) => isAbout(order, text.toLowerCase()));
  return {
    orders: orders.map((order) => ({ ...order, inText: inText(order) })),
    suggestedOrderId: suggested?.id ?? null,
  };
}

/** Whether the mail names something that was ordered; the newest such order comes first. */
function isAbout(order: OrderRow, text: string): boolean {
  const words = order.summary.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => word.length >= shortestTellingWord && text.includes(word));
}
