// The report as the text of its entry in the history: what was said, then what was agreed, talked about, answered and heard. Pure.
import { DateTime } from 'luxon';
import type { VisitReport } from '#contract/visit-report.ts';

export interface ReportText {
  readonly result: VisitReport['result'];
  readonly summary: string;
  readonly agreements: string;
  readonly nextVisitOn: string | null;
  readonly presented: string;
  readonly potentialCents: number | null;
  readonly groups: readonly { name: string; interest: VisitReport['productGroups'][number]['interest'] }[];
  readonly answers: readonly { question: string; answer: string }[];
  readonly prices: readonly {
    productText: string;
    groupName: string | null;
    competitor: string;
    priceCents: number;
    unit: string;
  }[];
}

const results: Readonly<Record<VisitReport['result'], string>> = {
  order: 'Auftrag erhalten',
  quote_wanted: 'Angebot gewünscht',
  good_talk: 'Gutes Gespräch',
  nothing: 'Kein Bedarf',
  not_met: 'Niemanden angetroffen',
};
const interests = { talked: '', interested: ' (Interesse)', not_interested: ' (kein Interesse)' } as const;

/** German, as everything that is kept in the history by us. */
export function reportText(report: ReportText): string {
  const { summary, agreements, nextVisitOn, presented, potentialCents, groups, answers, prices } = report;
  const lines = [
    `Ergebnis: ${results[report.result]}`,
    ...(summary === '' ? [] : [summary]),
    ...(presented === '' ? [] : [`Vorgestellt: ${presented}`]),
    ...(potentialCents === null ? [] : [`Geschätztes Potenzial: ${euro(potentialCents)} im Jahr`]),
    ...(agreements === '' ? [] : [`Vereinbart: ${agreements}`]),
    ...(nextVisitOn === null ? [] : [`Nächster Termin: ${dayText(nextVisitOn)}`]),
    ...(groups.length === 0
      ? []
      : [`Gesprochen über: ${groups.map((one) => one.name + interests[one.interest]).join(', ')}`]),
    ...answers.map(({ question, answer }) => `${question} – ${answer}`),
    ...prices.map(priceLine),
  ];
  return lines.join('\n');
}

function priceLine({ productText, groupName, competitor, priceCents, unit }: ReportText['prices'][number]) {
  const what = [productText, groupName].find((part) => part !== null && part !== '') ?? 'ohne Angabe';
  const who = competitor === '' ? '' : ` (${competitor})`;
  return `Preis gehört: ${what}${who} ${euro(priceCents)} je ${unit}`;
}

function euro(cents: number): string {
  return (cents / 100).toLocaleString('de-DE', { style: 'currency', currency: 'EUR' });
}

function dayText(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).toFormat('dd.MM.yyyy');
}
