// The last weeks of the customers in the stories, contact by contact. Days count from today.
interface ToldActivity {
  readonly customer: string;
  readonly offset: number;
  readonly time: string;
  readonly kind: string;
  readonly direction: 'inbound' | 'outbound';
  readonly subject: string;
  readonly text: string;
  readonly by: string;
  readonly contact: number | null;
  readonly minutes?: number;
}

export const told: readonly ToldActivity[] = [
  {
    customer: '20417',
    offset: -2,
    time: '16:40',
    kind: 'call',
    direction: 'outbound',
    subject: 'Liefertermin Kita Süd',
    text: 'Frau Tietz entscheidet bis 11.09. Ein Mitbewerber liegt nach ihrer Auskunft 3 % darunter.',
    by: 'anna',
    contact: 0,
    minutes: 9,
  },
  {
    customer: '20417',
    offset: -3,
    time: '10:15',
    kind: 'chat',
    direction: 'outbound',
    subject: 'Preis Kita Süd abgestimmt',
    text: 'Petra Lohmann gibt 2 % Nachlass frei, wenn die Schließanlage mitbestellt wird.',
    by: 'anna',
    contact: null,
  },
  {
    customer: '20417',
    offset: -8,
    time: '10:00',
    kind: 'visit',
    direction: 'outbound',
    subject: 'Sortiment Brandschutz',
    text: 'Neuer Werkstattleiter Cem Aydın. Interesse an Wartungsvertrag für 120 Türen. Nächster Besuch im November vereinbart.',
    by: 'anna',
    contact: 1,
    minutes: 70,
  },
  {
    customer: '20417',
    offset: -22,
    time: '11:05',
    kind: 'order',
    direction: 'inbound',
    subject: 'Auftrag AU-26-0907 erteilt',
    text: '12 Positionen, 8.430 €, geliefert am 20.08.2026.',
    by: 'jonas',
    contact: 2,
  },
  {
    customer: '20112',
    offset: 0,
    time: '08:20',
    kind: 'call',
    direction: 'inbound',
    subject: 'Bitte um Rückruf, Auftrag steht still',
    text: 'Herr Pahlke braucht die Beschläge für den Ladenbau. Rückruf bis 17:30 zugesagt.',
    by: 'jonas',
    contact: 0,
    minutes: 3,
  },
  {
    customer: '20305',
    offset: -6,
    time: '14:10',
    kind: 'call',
    direction: 'outbound',
    subject: 'Angebot Turnhalle nachgefasst',
    text: 'Der Bauherr vergibt in der nächsten Woche. Frau Vogt meldet sich, wenn die Bindefrist nicht reicht.',
    by: 'anna',
    contact: 0,
    minutes: 6,
  },
  {
    customer: '20077',
    offset: -4,
    time: '09:35',
    kind: 'email',
    direction: 'inbound',
    subject: 'Teillieferung Werkhalle Feuerbach',
    text: 'Herr Wernigk bittet um Teillieferung, sobald die Brandschutztüren da sind.',
    by: 'anna',
    contact: 0,
  },
  {
    customer: '20231',
    offset: -5,
    time: '15:20',
    kind: 'call',
    direction: 'inbound',
    subject: 'Besuch vereinbart',
    text: 'Frau Aichele möchte beide Angebote durchgehen und die neue Abbundhalle zeigen.',
    by: 'anna',
    contact: 0,
    minutes: 5,
  },
];
