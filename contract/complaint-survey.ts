// Was the customer satisfied: the closing mail with its link, and the answer. The page behind the link is no endpoint.
import { z } from 'zod';
import { endpoint, Id, Timestamp } from './endpoint.ts';

/** 1 very dissatisfied … 5 very satisfied. */
export const satisfactionScores = [1, 2, 3, 4, 5] as const;

export const Satisfaction = z.object({
  score: z.int().min(1).max(5),
  comment: z.string(),
  answeredAt: Timestamp,
  /** The customer answered before and thought better of it. */
  isChanged: z.boolean(),
});
export type Satisfaction = z.infer<typeof Satisfaction>;

/** What the draft of the closing mail is written from; nothing is sent by the server. */
export const ClosingMail = z.object({
  /** Of the contact; the company's customers are written to in German otherwise. */
  language: z.enum(['de', 'en']),
  recipient: z.object({ name: z.string(), address: z.string() }).nullable(),
  companyName: z.string(),
  /** Null: this contact objected to being asked by e-mail. */
  survey: z.object({ url: z.string(), expiresAt: Timestamp }).nullable(),
});
export type ClosingMail = z.infer<typeof ClosingMail>;

/** Not idempotent on purpose: a stored answer would keep the secret of the link. Calling twice makes two links. */
export const prepareClosingMail = endpoint({
  name: 'prepareClosingMail',
  method: 'POST',
  path: '/api/complaints/:id/closing-mail',
  summary: 'Makes a survey link for the closing mail of an answered or closed complaint. Sends nothing.',
  input: z.strictObject({ id: Id }),
  reply: ClosingMail,
});
