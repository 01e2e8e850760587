// What customers of the sample company answered after their complaints: about every second one does.
import { createHash } from 'node:crypto';
import type { SeedCalendar } from './calendar.ts';
import { eventRow, type SeedComplaint } from './complaints.ts';
import { organizationId, personId } from './people.ts';
import { createChance, idOf } from './random.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const answersPercent = 55;
/** Most are satisfied again. */
const scores = [5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1] as const;
const comments: Readonly<Record<number, readonly string[]>> = {
  5: ['', '', 'Schnell und freundlich gelöst.', 'Danke für den raschen Ersatz.'],
  4: ['', '', 'Hat gut geklappt.'],
  3: ['', 'Es hat recht lange gedauert.'],
  2: ['', 'Ich musste zweimal nachfragen.'],
  1: ['Das war jetzt das dritte Mal.'],
};

interface SeedAnswer {
  readonly complaint: SeedComplaint;
  readonly closedAt: Date;
  readonly at: Date;
  readonly score: number;
  readonly comment: string;
}

function listAnswers(complaints: readonly SeedComplaint[], { now }: SeedCalendar): SeedAnswer[] {
  return complaints.flatMap((complaint) => {
    const { closedAt, number } = complaint;
    const chance = createChance(`survey ${number}`);
    if (closedAt === null || !chance.happens(answersPercent)) return [];
    const at = new Date(closedAt.getTime() + chance.int(2, 70) * hourMs);
    const score = chance.pick(scores);
    return at < now
      ? [{ complaint, closedAt, at, score, comment: chance.pick(comments[score] ?? ['']) }]
      : [];
  });
}

/** Rows of complaint_survey; nobody holds a secret that leads to one of them. */
export function buildSurveyRows(complaints: readonly SeedComplaint[], calendar: SeedCalendar) {
  return listAnswers(complaints, calendar).map(({ complaint, closedAt, at, score, comment }) => ({
    organization_id: organizationId,
    id: idOf('complaint-survey', complaint.number),
    complaint_id: complaint.id,
    token_hash: createHash('sha256').update(`no secret of ours: ${complaint.number}`).digest('hex'),
    language: 'de',
    made_by: personId(complaint.owner),
    made_at: closedAt,
    expires_at: new Date(closedAt.getTime() + 30 * dayMs),
    score,
    comment,
    answered_at: at,
    answer_count: 1,
  }));
}

/** Their lines in the stories. */
export function buildSurveyEvents(complaints: readonly SeedComplaint[], calendar: SeedCalendar) {
  return listAnswers(complaints, calendar).map(({ complaint, at, score, comment }) => ({
    ...eventRow(complaint, {
      kind: 'survey_answered',
      at,
      text: [String(score), comment].filter(Boolean).join('\n'),
      by: complaint.owner,
    }),
    by_id: null,
  }));
}
