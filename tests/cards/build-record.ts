// The record behind the pictured escalation card, with changes; plain data.
import type { Complaint, Escalation } from '#contract/complaint.ts';
import type { EscalationCardRecord } from '#teams-app/cards/escalation-record.ts';

export const people = {
  petra: { id: '00000000-0000-4000-8000-000000010004', name: 'Petra Lohmann' },
  holger: { id: '00000000-0000-4000-8000-000000010005', name: 'Holger Rieth' },
  jonas: { id: '00000000-0000-4000-8000-000000010002', name: 'Jonas Weidner' },
};

export const openEscalation = {
  customer: {
    id: '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c40',
    number: '20417',
    name: 'Hollerbach Metallbau GmbH',
  },
  firstAnswer: {
    at: '2026-09-03T17:00:00+02:00',
    workingMinutesLeft: 182,
    missed: false,
    hours: 4,
    fromAt: '2026-09-03T13:00:00+02:00',
  },
  story: [
    { at: '2026-09-03T13:20:00+02:00', by: people.jonas, kind: 'reported', text: '' },
    { at: '2026-09-03T13:20:00+02:00', by: people.jonas, kind: 'escalated', text: '„vor Montag Ersatz“' },
  ],
};

const escalation: Escalation = {
  id: '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c45',
  level: 1,
  levels: 2,
  state: 'open',
  reason: 'severity_and_class',
  raisedAt: '2026-09-03T13:20:00+02:00',
  raisedBy: people.jonas,
  turn: people.petra,
  turnTitle: 'Vertriebsleitung',
  deputy: people.holger,
  deputyAt: '2026-09-03T17:00:00+02:00',
  proposal: '4 Stück sofort ersetzen',
  proposedGoodwillCents: 48_000,
  decision: null,
  question: null,
  card: 'sent',
  moves: ['approve', 'decide', 'ask_back', 'take_over', 'assign', 'delegate', 'extend', 'stop'],
};

const complaint: Complaint = {
  id: '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c44',
  version: 3,
  number: 'RK-26-0318',
  customer: openEscalation.customer,
  rating: {
    letter: 'A',
    digit: '2',
    targetGroup: null,
    letterReason: { by: 'revenue', cents: 12_840_000, fromCents: 10_000_000, toCents: null },
    digitReason: { by: 'share_of_wallet', value: 45, from: 30, to: 60, conditions: [] },
    visitsPerYear: 6,
    channel: 'visit',
    ownerType: 'field',
  },
  title: '4 Türschließer verlieren Öl',
  description: '',
  category: 'product_defect',
  severity: 'high',
  state: 'open',
  order: {
    id: '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c41',
    number: 'AU-26-0907',
    totalCents: 191_200,
    orderedOn: '2026-08-12',
    summary: '4 × Türschließer TS 93',
  },
  owner: people.jonas,
  receivedAt: '2026-09-03T13:00:00+02:00',
  reportedBy: people.jonas,
  firstAnswer: openEscalation.firstAnswer,
  resolution: null,
  location: null,
  pause: null,
  nextOn: '2026-09-03',
  ownerIsGone: false,
  pausedMinutes: 0,
  warning: null,
  answeredAt: null,
  closedAt: null,
  reopenedCount: 0,
  satisfaction: null,
  outcome: null,
  proposal: '4 Stück sofort ersetzen',
  proposedGoodwillCents: 48_000,
  escalation,
  moves: [],
  activityId: null,
};

export interface Changes {
  readonly record?: Partial<EscalationCardRecord>;
  readonly complaint?: Partial<Complaint>;
  readonly escalation?: Partial<Escalation>;
}

/** Petra's view at 13:58 on the reference day, unless changed. */
export function buildCardRecord(changes: Changes = {}): EscalationCardRecord {
  return {
    complaint: { ...complaint, ...changes.complaint, escalation: { ...escalation, ...changes.escalation } },
    story: openEscalation.story,
    viewerId: people.petra.id,
    viewerTeamsIds: ['29:petra'],
    assignees: [people.petra, people.holger],
    askable: [people.jonas],
    minutesLeft: 182,
    minutesBeforeDeadline: null,
    decideBy: '2026-09-03T17:00:00+02:00',
    customerUrl:
      'https://teams.microsoft.com/l/entity/kundencockpit/customer?context=%7B%22subEntityId%22%3A%220199f3c2-7a10-7c3e-9d52-3f0a6f1b2c40%22%7D',
    now: '2026-09-03T13:58:00+02:00',
    timeZone: 'Europe/Berlin',
    language: 'de',
    ...changes.record,
  };
}
