// The complaints that are open on the day of the stories, and what usually goes wrong.
import type { complaintCategories, severities } from '#contract/complaint.ts';

export interface Cause {
  readonly title: string;
  readonly description: string;
  readonly category: (typeof complaintCategories)[number];
  readonly severity: (typeof severities)[number];
  readonly outcome: string;
}

export interface ToldComplaint extends Omit<Cause, 'outcome'> {
  readonly customer: string;
  readonly state: 'open' | 'in_progress' | 'answered' | 'closed';
  readonly owner: string;
  /** In working time. */
  readonly receivedMinutesAgo: number;
  readonly proposal?: string;
  readonly goodwillCents?: number;
  /** What one waits for, since half an hour after it came in. */
  readonly waitsFor?: string;
  /** What had gone wrong there some months before. */
  readonly before?: Cause;
  /** Running: the manager's turn. Decided: by her, today. */
  readonly escalation?: 'running' | 'decided';
}

export const toldComplaints: readonly ToldComplaint[] = [
  {
    customer: '20077',
    title: 'Brandschutztür mit Transportschaden',
    description: 'Eine T30-Tür kam mit eingedrückter Zarge an. Herr Wernigk wartet auf Nachricht.',
    category: 'transport_damage',
    severity: 'medium',
    state: 'open',
    owner: 'jonas',
    receivedMinutesAgo: 385,
  },
  {
    customer: '30204',
    title: 'Balkenschuhe rosten nach drei Wochen',
    description: 'An 300 Balkenschuhen blättert die Verzinkung ab, die Baustelle steht.',
    category: 'product_defect',
    severity: 'high',
    state: 'in_progress',
    owner: 'ben',
    receivedMinutesAgo: 75,
    proposal: '300 Stück sofort ersetzen',
    goodwillCents: 35_000,
    escalation: 'running',
  },
  {
    customer: '20231',
    title: 'Falsche Dachhaken geliefert',
    description: 'Statt Biberschwanz kam die Ausführung für Ziegel. Abholung und Ersatz zugesagt.',
    category: 'wrong_delivery',
    severity: 'high',
    state: 'answered',
    owner: 'jonas',
    receivedMinutesAgo: 480,
    proposal: 'Ware tauschen, Wartezeit ausgleichen',
    goodwillCents: 48_000,
    escalation: 'decided',
    before: cause('Falsche Dachhaken geliefert', 'wrong_delivery', 'medium', 'Ware getauscht.'),
  },
  {
    customer: '20810',
    title: 'Rabatt fehlt auf zwei Rechnungen',
    description: 'Der Rahmenrabatt von 4 % wurde nicht abgezogen.',
    category: 'billing',
    severity: 'low',
    state: 'in_progress',
    owner: 'jonas',
    receivedMinutesAgo: 500,
    waitsFor: 'Kopien der beiden Rechnungen',
  },
  {
    customer: '20702',
    title: 'Schließplan unvollständig',
    description: 'Im Schließplan fehlt die Sporthalle.',
    category: 'service',
    severity: 'low',
    state: 'answered',
    owner: 'anna',
    receivedMinutesAgo: 1_300,
  },
];

export const complaintCauses: readonly Cause[] = [
  cause('Kratzer auf gelieferten Drückern', 'product_defect', 'low', 'Ersatz geliefert.'),
  cause('Scharniere quietschen nach Einbau', 'product_defect', 'low', 'Charge getauscht.'),
  cause('Akkuschrauber lädt nicht', 'product_defect', 'medium', 'Gerät getauscht, Akku geprüft.'),
  cause('Lieferung unvollständig', 'wrong_delivery', 'medium', 'Nachgeliefert, Gutschrift 40 €.'),
  cause(
    'Zylinder schließen verschieden',
    'wrong_delivery',
    'high',
    'Zylinder getauscht, Schließplan geprüft.',
  ),
  cause('Lieferung zwei Tage zu spät', 'late_delivery', 'medium', 'Entschuldigt, Fracht erlassen.'),
  cause(
    'Karton eingedrückt, Türblatt beschädigt',
    'transport_damage',
    'medium',
    'Spediteur belastet, ersetzt.',
  ),
  cause('Skonto nicht abgezogen', 'billing', 'low', 'Rechnung korrigiert.'),
  cause('Rückruf blieb aus', 'service', 'low', 'Angerufen und entschuldigt.'),
];

function cause(
  title: string,
  category: Cause['category'],
  severity: Cause['severity'],
  outcome: string,
): Cause {
  return { title, description: '', category, severity, outcome };
}
