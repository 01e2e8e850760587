// What the server reads from a mail that looks like a complaint, before anybody opens the form.
import { z } from 'zod';

/** What a mail names, as it stands there. */
export const MailReferences = z.object({
  /** Orders that are not among this customer's. */
  unknownOrders: z.array(z.string()),
  articles: z.array(z.string()),
  lots: z.array(z.string()),
  /** How many are affected, and the words that say so. */
  quantity: z.object({ value: z.int(), because: z.string() }).nullable(),
});
export type MailReferences = z.infer<typeof MailReferences>;

/** A received mail of a customer that looks like a complaint and is not recorded as one yet. */
export const ComplaintOffer = z.object({
  /** The words it was recognised by. */
  because: z.array(z.string()),
});
export type ComplaintOffer = z.infer<typeof ComplaintOffer>;
