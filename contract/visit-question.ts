// The company's own questions, asked at visits.
import { z } from 'zod';
import { endpoint, Id, Nothing } from './endpoint.ts';

export const questionKinds = ['yes_no', 'score', 'text'] as const;
export const VisitQuestion = z.object({
  id: Id,
  version: z.int(),
  text: z.string(),
  kind: z.enum(questionKinds),
  firstContactOnly: z.boolean(),
  isArchived: z.boolean(),
});
export type VisitQuestion = z.infer<typeof VisitQuestion>;

const questionFields = {
  text: z.string().trim().min(1).max(500),
  kind: z.enum(questionKinds),
  firstContactOnly: z.boolean(),
};
export const listVisitQuestions = endpoint({
  name: 'listVisitQuestions',
  method: 'GET',
  path: '/api/visit-questions',
  summary: 'The company’s questions for visits, archived ones at the end.',
  input: Nothing,
  reply: z.object({ items: z.array(VisitQuestion) }),
});
export const createVisitQuestion = endpoint({
  name: 'createVisitQuestion',
  method: 'POST',
  path: '/api/visit-questions',
  summary: 'Adds a question for visits.',
  idempotent: true,
  input: z.strictObject({
    ...questionFields,
    firstContactOnly: questionFields.firstContactOnly.default(false),
  }),
  reply: VisitQuestion,
});
export const updateVisitQuestion = endpoint({
  name: 'updateVisitQuestion',
  method: 'PATCH',
  path: '/api/visit-questions/:id',
  summary: 'Rewords, moves or archives a question.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    ...z.object(questionFields).partial().shape,
    isArchived: z.boolean().optional(),
    /** Its new place among the questions in use, from 0. */
    position: z.int().min(0).max(1000).optional(),
  }),
  reply: VisitQuestion,
});
