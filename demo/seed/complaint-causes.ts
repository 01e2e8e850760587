// Why complaints happened at the sample company: its tree of causes, and what the closed ones were put down to.
import type { Query } from '#api/db/database.ts';
import { insertRows } from './rows.ts';
import type { SeedComplaint } from './complaints.ts';
import type { SeedOrder } from './orders.ts';
import { organizationId } from './people.ts';
import { createChance, idOf } from './random.ts';

/** First level → second → third. */
const tree = {
  Ware: {
    'Oberfläche und Material': ['Verzinkung', 'Kratzer und Druckstellen'],
    Funktion: ['Dichtung undicht', 'Akku und Ladegerät', 'Lager und Scharniere'],
    'Fehlerhafte Charge': [],
  },
  'Lager und Kommissionierung': {
    'Falscher Artikel gegriffen': [],
    'Menge unvollständig': [],
    'Schließplan falsch umgesetzt': [],
  },
  Transport: {
    Verpackung: ['Zu schwach verpackt', 'Kantenschutz fehlt'],
    'Schaden beim Spediteur': [],
    'Verspätet zugestellt': [],
  },
  'Auftrag und Rechnung': {
    'Rabatt oder Skonto falsch gepflegt': [],
    'Auftrag falsch erfasst': [],
  },
  'Beratung und Service': {
    'Rückruf vergessen': [],
    'Unterlagen unvollständig': [],
    'Falsch beraten': [],
  },
  'Beim Kunden': { Einbaufehler: [], 'Falsch bestellt': [] },
} as const;

/** What a complaint of this title came from, the usual cause first. */
const causesOf: Readonly<Record<string, readonly string[]>> = {
  'Kratzer auf gelieferten Drückern': ['Kratzer und Druckstellen', 'Zu schwach verpackt'],
  'Scharniere quietschen nach Einbau': ['Lager und Scharniere', 'Einbaufehler'],
  'Akkuschrauber lädt nicht': ['Akku und Ladegerät'],
  'Lieferung unvollständig': ['Menge unvollständig'],
  'Zylinder schließen verschieden': ['Schließplan falsch umgesetzt', 'Falscher Artikel gegriffen'],
  'Lieferung zwei Tage zu spät': ['Verspätet zugestellt', 'Auftrag falsch erfasst'],
  'Karton eingedrückt, Türblatt beschädigt': ['Schaden beim Spediteur', 'Kantenschutz fehlt'],
  'Skonto nicht abgezogen': ['Rabatt oder Skonto falsch gepflegt'],
  'Rückruf blieb aus': ['Rückruf vergessen'],
  'Falsche Dachhaken geliefert': ['Falscher Artikel gegriffen'],
  'Schließplan unvollständig': ['Unterlagen unvollständig'],
};

function causeId(name: string): string {
  return idOf('complaint-cause', name);
}

function buildCauseRows() {
  const row = (name: string, parent: string | null, position: number) => ({
    organization_id: organizationId,
    id: causeId(name),
    parent_id: parent === null ? null : causeId(parent),
    name,
    position,
  });
  return Object.entries(tree).flatMap(([top, under], first) => [
    row(top, null, first),
    ...Object.entries(under).flatMap(([middle, leaves], second) => [
      row(middle, top, second),
      ...leaves.map((leaf: string, third: number) => row(leaf, middle, third)),
    ]),
  ]);
}

/** Closed and answered complaints got their cause (some were never looked into), and most the order they are about. */
export async function seedCauses(
  trx: Query,
  complaints: readonly SeedComplaint[],
  orders: readonly SeedOrder[],
): Promise<void> {
  await insertRows(trx, 'complaint_cause', buildCauseRows());
  for (const complaint of complaints) {
    const { state, title, number, id } = complaint;
    const chance = createChance(`cause ${number}`);
    const isKnown = (state === 'closed' && chance.happens(92)) || state === 'answered';
    const [usual, rare] = causesOf[title] ?? [];
    const name = rare !== undefined && chance.happens(20) ? rare : usual;
    await trx
      .updateTable('complaint')
      .set({
        cause_id: isKnown && name !== undefined ? causeId(name) : null,
        order_id: orderBefore(complaint, orders),
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute();
  }
}

/** The customer's last order before the complaint; open stories say themselves what they are about. */
function orderBefore(
  { state, customer, receivedAt }: SeedComplaint,
  orders: readonly SeedOrder[],
): string | null {
  if (state !== 'closed') return null;
  const day = receivedAt.toISOString().slice(0, 10);
  return orders.findLast((order) => order.customer.id === customer.id && order.orderedOn < day)?.id ?? null;
}
