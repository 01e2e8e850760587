// The complaints behind the figures as a file, a line each, with what the figures are made of; read page by page.
import { sql } from 'kysely';
import type { exportComplaintAnalysis } from '#contract/complaint-analysis.ts';
import type { ComplaintCause } from '#contract/complaint-cause.ts';
import type { Parsed } from '#contract/endpoint.ts';
import type { ListCell } from '#contract/list.ts';
import { pathOf } from '#api/complaint-causes/tree.ts';
import { writeAudit } from '#api/db/audit.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import type { FileReply } from '#api/http/serve.ts';
import { choice, choicesOf, date, money, number, text, yesNo } from '#api/lists/field.ts';
import type { Field } from '#api/lists/field.ts';
import { fileOf } from '#api/lists/sheet.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { narrow } from './asked.ts';
import { refreshFigures } from './refresh.ts';
import type { BehindRow } from './store.ts';
import { listBehind } from './store.ts';

type Wanted = Parsed<typeof exportComplaintAnalysis>;
const rowsAtATime = 1000;
const reckonedAtOnce = 500;

type Read = (row: BehindRow, tree: readonly ComplaintCause[]) => ListCell;
const none = sql`null`; // these fields are read from rows, never asked for in SQL
const states = choicesOf({
  open: 'Offen | Open',
  in_progress: 'In Arbeit | In progress',
  answered: 'Beantwortet | Answered',
  closed: 'Abgeschlossen | Closed',
});
const hours = (minutes: number | null) => (minutes === null ? null : Math.round(minutes / 0.6) / 100);

const columns: readonly (readonly [Field, Read])[] = [
  [text('number', 'Nummer | Number', none), (row) => row.number],
  [text('title', 'Titel | Title', none), (row) => row.title],
  [text('customer', 'Kunde | Customer', none), (row) => row.customer_name],
  [text('class', 'Klasse | Class', none), (row) => row.customer_letter],
  [text('location', 'Standort | Location', none), (row) => row.location_name],
  [text('group', 'Warengruppe | Product group', none), (row) => row.group_name],
  [text('cause', 'Ursache | Cause', none), (row, tree) => pathOf(tree, row.cause_id).join(' › ') || null],
  [choice('state', 'Stand | State', none, { choices: states }), (row) => row.state],
  [date('received', 'Eingang | Received', none), (row) => row.received_on],
  [
    number('registration', 'Erfassung (Arbeitsstunden) | Registration (working hours)', none),
    (row) => hours(row.registration_minutes),
  ],
  [
    number('first_answer', 'Erstantwort (Arbeitsstunden) | First answer (working hours)', none),
    (row) => hours(row.first_answer_minutes),
  ],
  [
    yesNo('first_answer_kept', 'Erstantwort in der Frist | First answer in time', none),
    (row) => row.first_answer_kept,
  ],
  [
    number('resolution', 'Lösung (Arbeitsstunden) | Resolution (working hours)', none),
    (row) => hours(row.resolution_minutes),
  ],
  [yesNo('resolution_kept', 'Lösung in der Frist | Resolution in time', none), (row) => row.resolution_kept],
  [yesNo('repeat', 'Wiederholung | Repeat', none), (row) => row.is_repeat],
  [money('cost', 'Kosten | Cost', none), (row) => row.cost_cents],
  [number('satisfaction', 'Zufriedenheit (1–5) | Satisfaction (1–5)', none), (row) => row.score],
];

/** Notes who took out what; the file itself is made while it is sent. */
export async function exportFile(deps: Deps, user: SignedInUser, input: Wanted): Promise<FileReply> {
  await refreshFigures(deps, user.organizationId, reckonedAtOnce);
  const { format, language, which, ...filter } = input;
  const { today, timeZone } = await deps.db.transaction(user, async (trx) => {
    await narrow(trx, user, filter);
    await writeAudit(trx, user, {
      action: 'complaint_analysis.export',
      recordKind: 'complaint_analysis',
      recordId: newId(),
      after: { ...filter, which, format },
      at: deps.clock.now(),
    });
    const { rows } = await sql<{ today: string; timeZone: string }>`
      select (${deps.clock.now()}::timestamptz at time zone time_zone)::date::text as today, time_zone as "timeZone"
      from organization where organization_id = ${user.organizationId}::uuid`.execute(trx);
    return rows[0] ?? { today: '', timeZone: 'Europe/Berlin' };
  });
  const title = language === 'de' ? 'Reklamationen Auswertung' : 'Complaints analysis';
  const fields = columns.map(([field]) => field);
  const rows = pagesOf(deps, user, input);
  return fileOf({ title, fields, language, timeZone, rows }, { format, today });
}

type Start = Parameters<typeof listBehind>[3]['after'];

/** Rights are asked anew for every page. */
async function* pagesOf(
  deps: Deps,
  user: SignedInUser,
  { format: _format, language: _language, which, ...asked }: Wanted,
): AsyncGenerator<{ cells: ListCell[] }[]> {
  const readPage = (after: Start) =>
    deps.db.read(user, async (trx) => {
      const { filter, tree } = await narrow(trx, user, asked);
      const wanted = { which, now: deps.clock.now(), after, limit: rowsAtATime };
      return { tree, rows: await listBehind(trx, user, filter, wanted) };
    });
  let after: Start = null;
  do {
    const { rows, tree } = await readPage(after);
    yield rows.map((row) => ({ cells: columns.map(([, read]) => read(row, tree)) }));
    const last = rows.length < rowsAtATime ? undefined : rows.at(-1);
    after = last === undefined ? null : { on: last.received_on, id: last.id };
  } while (after !== null);
}
