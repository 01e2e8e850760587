// The company's questions for visits: added, reworded, put in order, archived. Answers keep the wording they were given to.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type {
  createVisitQuestion,
  listVisitQuestions,
  updateVisitQuestion,
  VisitQuestion,
} from '#contract/visit-question.ts';
import { writeAudit } from '#api/db/audit.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './question-store.ts';

/** All questions, archived ones at the end. */
export function listQuestions(deps: Deps, user: SignedInUser): Promise<Reply<typeof listVisitQuestions>> {
  return deps.db.read(user, async (trx) => {
    const rows = await store.listQuestionRows(trx, user.organizationId);
    return { items: rows.map(store.toQuestion) };
  });
}

/** Adds a question after the others. */
export function addQuestion(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createVisitQuestion>,
): Promise<VisitQuestion> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const known = await store.listQuestionRows(trx, organizationId);
    const row = {
      organization_id: organizationId,
      id: newId(),
      version: 1,
      position: known.filter((one) => one.archived_at === null).length,
      text: input.text,
      kind: input.kind,
      first_contact_only: input.firstContactOnly,
      archived_at: null,
    };
    await store.insertQuestion(trx, row);
    const question = store.toQuestion(row);
    await writeAudit(trx, user, {
      action: 'visit_question.create',
      recordKind: 'visit_question',
      recordId: row.id,
      after: question,
      at: deps.clock.now(),
    });
    return question;
  });
}

/** Rewords, moves, archives or brings back a question. */
export function changeQuestion(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateVisitQuestion>,
  version: number,
): Promise<VisitQuestion> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const before = await store.findQuestion(trx, organizationId, input.id);
    if (before === null) throw new AppError('not_found');
    if (before.version !== version)
      throw new AppError('stale_version', { current: store.toQuestion(before) });
    const columns = columnsOf(input, deps.clock.now());
    const isWritten = await store.updateQuestion(trx, organizationId, before, columns);
    if (!isWritten) throw new AppError('stale_version', { current: store.toQuestion(before) });
    if (input.position !== undefined) {
      const inUse = (await store.listQuestionRows(trx, organizationId)).filter(
        (one) => one.archived_at === null,
      );
      const others = inUse.map((one) => one.id).filter((id) => id !== input.id);
      await store.writeOrder(trx, organizationId, others.toSpliced(input.position, 0, input.id));
    }
    const after = await store.findQuestion(trx, organizationId, input.id);
    if (after === null) throw new AppError('not_found');
    await writeAudit(trx, user, {
      action: 'visit_question.update',
      recordKind: 'visit_question',
      recordId: input.id,
      before,
      after,
      at: deps.clock.now(),
    });
    return store.toQuestion(after);
  });
}

function columnsOf(
  { text, kind, firstContactOnly, isArchived }: Parsed<typeof updateVisitQuestion>,
  now: Date,
) {
  return {
    ...(text === undefined ? {} : { text }),
    ...(kind === undefined ? {} : { kind }),
    ...(firstContactOnly === undefined ? {} : { first_contact_only: firstContactOnly }),
    ...(isArchived === undefined ? {} : { archived_at: isArchived ? now : null }),
  };
}
