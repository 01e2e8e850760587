// What a report refers to: people, product groups, questions. Whatever leads nowhere is refused by its field.
import type { Query } from '#api/db/database.ts';
import { AppError } from '#api/errors.ts';
import { listQuestionRows } from './question-store.ts';
import * as reportStore from './report-store.ts';
import * as store from './store.ts';

export interface Chosen {
  readonly contactIds: readonly string[];
  readonly productGroups: readonly { id: string }[];
  readonly answers: readonly { questionId: string; answer: string }[];
  readonly prices: readonly { productGroupId: string | null }[];
}

export interface Choices {
  readonly contactIds: readonly string[];
  readonly groupNames: ReadonlyMap<string, string>;
  readonly answers: readonly { questionId: string; question: string; answer: string }[];
}

/** Looks everything up; throws invalid_input naming the fields that lead nowhere. */
export async function checkChoices(
  trx: Query,
  organizationId: string,
  customerId: string,
  chosen: Chosen,
): Promise<Choices> {
  const ids = [...new Set(chosen.contactIds)];
  const known = new Set(await store.findContacts(trx, organizationId, { customerId, ids }));
  const ofPrices = chosen.prices.flatMap((price) => price.productGroupId ?? []);
  const groupIds = [...chosen.productGroups.map((group) => group.id), ...ofPrices];
  const groupNames = await reportStore.findGroups(trx, organizationId, groupIds);
  const questions = chosen.answers.length === 0 ? [] : await listQuestionRows(trx, organizationId);
  const texts = new Map(questions.map((question) => [question.id, question.text]));
  const fields = [
    ...(ids.some((id) => !known.has(id)) ? ['contactIds'] : []),
    ...(chosen.productGroups.some((group) => !groupNames.has(group.id)) ? ['productGroups'] : []),
    ...(ofPrices.some((id) => !groupNames.has(id)) ? ['prices'] : []),
    ...(chosen.answers.some((answer) => !texts.has(answer.questionId)) ? ['answers'] : []),
  ];
  if (fields.length > 0) {
    throw new AppError('invalid_input', { fields: fields.map((path) => ({ path, problem: 'unknown' })) });
  }
  const answers = chosen.answers.map((answer) => ({
    ...answer,
    question: texts.get(answer.questionId) ?? '',
  }));
  return { contactIds: ids, groupNames, answers };
}
