// What the reported visits brought: results, agreements, groups talked about, prices heard; and the company's questions.
import type { SeedActivity } from './activities.ts';
import type { SeedCalendar } from './calendar.ts';
import { groupId } from './catalogue.ts';
import { ownerOf } from './customer-rows.ts';
import { hollerbachNumber } from './hollerbach.ts';
import { organizationId, personId } from './people.ts';
import { createChance, idOf } from './random.ts';
import { visitId } from './visits.ts';
import type { SeedVisit } from './visits.ts';

const questions = [
  { text: 'Wie zufrieden sind Sie mit unserer Lieferung (1 bis 5)?', kind: 'score' },
  { text: 'Was fehlt Ihnen in unserem Sortiment?', kind: 'text' },
  { text: 'Möchten Sie Ihre Aufträge im Webshop verfolgen?', kind: 'yes_no' },
  { text: 'Bei wem kaufen Sie heute?', kind: 'text', isFirst: true },
] as const;

const questionId = (text: string) => idOf('visit-question', text);
const agreements = [
  'Muster bis Ende der Woche, Preisliste per E-Mail.',
  'Angebot mit Staffelpreisen in zehn Tagen.',
  'Vorführung in der Werkstatt im nächsten Monat.',
  'Rückmeldung nach der Baubesprechung.',
  '',
] as const;
const rivals = ['Baumann Eisenwaren', 'Nordbeschlag AG', 'Profi-Lager Süd', 'Sander & Cie'] as const;
const results = ['order', 'quote_wanted', 'good_talk', 'good_talk', 'nothing'] as const;

/** Hollerbach's last visit, as its entry in the history tells it. */
const told = {
  result: 'quote_wanted',
  summary: 'Neuer Werkstattleiter Cem Aydın. Interesse an Wartungsvertrag für 120 Türen.',
  agreements: 'Wartungsvertrag anbieten, Prüfbuch mitbringen. Nächster Besuch im November.',
} as const;

interface Reported {
  readonly visit: SeedVisit;
  readonly activity: SeedActivity;
}

/** Rows of everything a report is made of; a visit is reported in the entry of its history. */
export function buildReportRows(
  visits: readonly SeedVisit[],
  activities: readonly SeedActivity[],
  calendar: SeedCalendar,
) {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const reported = visits.flatMap((visit): Reported[] => {
    const activity = visit.isReported ? byId.get(entryOf(visit)) : undefined;
    return activity === undefined ? [] : [{ visit, activity }];
  });
  return {
    visit_question: questions.map((question, position) => ({
      organization_id: organizationId,
      id: questionId(question.text),
      position,
      text: question.text,
      kind: question.kind,
      first_contact_only: 'isFirst' in question,
    })),
    visit_report: reported.map((one) => reportRow(one, calendar)),
    visit_contact: visits.flatMap(contactRows),
    visit_product_group: reported.flatMap(groupRows),
    visit_answer: reported.flatMap(answerRows),
    price_heard: reported.flatMap((one) => priceRows(one, calendar)),
  };
}

function entryOf({ customer, offset }: SeedVisit): string {
  const isTold = customer.number === hollerbachNumber;
  return idOf('activity', `${customer.number} ${isTold ? 'told Sortiment Brandschutz' : `visit ${offset}`}`);
}

const chanceOf = (what: string, { customer, offset }: SeedVisit) =>
  createChance(`${what} ${customer.number} ${offset}`);

function reportRow({ visit, activity }: Reported, calendar: SeedCalendar) {
  const isTold = visit.customer.number === hollerbachNumber;
  const chance = chanceOf('visit report', visit);
  const at = new Date(visit.startsAt.getTime() + 5 * 3_600_000);
  const invented = {
    result: chance.pick(results),
    summary: activity.text,
    agreements: chance.pick(agreements),
  };
  return {
    organization_id: organizationId,
    visit_id: visitId(visit),
    customer_id: visit.customer.id,
    activity_id: activity.id,
    ...(isTold ? told : invented),
    next_visit_on: isTold ? calendar.day(62) : null,
    reported_by: personId(ownerOf(visit.customer)),
    reported_at: at,
    updated_at: at,
  };
}

function contactRows(visit: SeedVisit) {
  const place = visit.customer.number === hollerbachNumber ? 1 : 0;
  const contact = visit.customer.contacts[place];
  if (contact === undefined) return [];
  return [
    {
      organization_id: organizationId,
      visit_id: visitId(visit),
      contact_id: contact.id,
      is_met: visit.isReported,
    },
  ];
}

function groupRows({ visit }: Reported) {
  const chance = chanceOf('visit groups', visit);
  const names = [...new Set(visit.customer.groups)].slice(0, chance.int(1, 3));
  return names.map((name) => ({
    organization_id: organizationId,
    visit_id: visitId(visit),
    product_group_id: groupId(name),
    interest: chance.pick(['talked', 'interested', 'interested', 'not_interested'] as const),
  }));
}

function answerRows({ visit }: Reported) {
  const chance = chanceOf('visit answers', visit);
  if (!chance.happens(40)) return [];
  const [satisfied, missing] = questions;
  const answers = [
    { question: satisfied, answer: String(chance.int(3, 5)) },
    ...(chance.happens(40) ? [{ question: missing, answer: 'Bohrer in Kleinmengen' }] : []),
  ];
  return answers.map(({ question, answer }) => ({
    organization_id: organizationId,
    visit_id: visitId(visit),
    question_id: questionId(question.text),
    question_text: question.text,
    answer,
  }));
}

function priceRows({ visit }: Reported, calendar: SeedCalendar) {
  const chance = chanceOf('prices heard', visit);
  const isTold = visit.customer.number === hollerbachNumber;
  const [name] = visit.customer.groups;
  if (name === undefined || !(isTold || chance.happens(25))) return [];
  return [
    {
      organization_id: organizationId,
      id: idOf('price-heard', `${visit.customer.number} ${visit.offset}`),
      customer_id: visit.customer.id,
      product_group_id: groupId(name),
      product_text: isTold ? 'Türschließer TS 93' : '',
      competitor: isTold ? 'Nordbeschlag AG' : chance.pick(rivals),
      price_cents: isTold ? 43_900 : chance.int(8, 90) * 100 - 10,
      heard_on: calendar.day(visit.offset),
      heard_by: personId(ownerOf(visit.customer)),
      visit_id: visitId(visit),
    },
  ];
}
