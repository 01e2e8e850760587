// Sample work at the sample customer as the server answers it: complaint, follow-up, activity, and what a mail would become.
import type { Activity, MailPreview } from './activity.ts';
import type { Complaint, ComplaintDraft, Deadline } from './complaint.ts';
import type { FollowUp } from './follow-up.ts';
import { anna, buildCustomer, customerRef, exampleId, jonas, petra } from './examples-people.ts';

export function buildDeadline(changes: Partial<Deadline> = {}): Deadline {
  return {
    at: '2026-09-03T15:00:00Z',
    workingMinutesLeft: 182,
    missed: false,
    hours: 4,
    fromAt: '2026-09-03T11:00:00Z',
    ...changes,
  };
}

export function buildComplaint(changes: Partial<Complaint> = {}): Complaint {
  return {
    id: exampleId(40),
    version: 1,
    number: 'RK-26-0318',
    customer: customerRef,
    rating: buildCustomer().rating,
    title: '4 Türschließer verlieren Öl',
    description: '',
    category: 'product_defect',
    severity: 'high',
    state: 'open',
    order: {
      id: exampleId(60),
      number: 'AU-26-0907',
      totalCents: 191_200,
      orderedOn: '2026-08-12',
      summary: '4 × Türschließer TS 93',
    },
    owner: jonas,
    receivedAt: '2026-09-03T11:00:00Z',
    reportedBy: jonas,
    firstAnswer: buildDeadline(),
    resolution: buildDeadline({ at: '2026-09-07T15:00:00Z', hours: 20, workingMinutesLeft: 1142 }),
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
    proposal: null,
    proposedGoodwillCents: null,
    escalation: null,
    moves: ['start', 'answer'],
    activityId: null,
    ...changes,
  };
}

export function buildFollowUp(changes: Partial<FollowUp> = {}): FollowUp {
  return {
    id: exampleId(50),
    version: 1,
    title: 'Angebot Kita Süd nachfassen',
    dueOn: '2026-09-04',
    customer: customerRef,
    rating: buildCustomer().rating,
    owner: anna,
    activityId: null,
    complaintId: null,
    mailLink: null,
    completedAt: null,
    toDo: { state: 'in_to_do', problem: null, nextAttemptAt: null },
    ...changes,
  };
}

export function buildActivity(changes: Partial<Activity> = {}): Activity {
  return {
    id: exampleId(70),
    version: 1,
    customerId: customerRef.id,
    contact: { id: exampleId(30), name: 'Sabine Tietz' },
    kind: 'email',
    direction: 'inbound',
    subject: 'Türschließer verlieren Öl',
    bodyText: 'Guten Tag Frau Brandl, anbei die Fotos der vier Türschließer.',
    occurredAt: '2026-09-03T11:00:00Z',
    durationMinutes: null,
    loggedBy: anna,
    loggedAt: '2026-09-03T12:02:00Z',
    visibility: 'team',
    hasQuotedHistory: false,
    attachments: [],
    links: [],
    canUndo: true,
    canEdit: true,
    editable: ['contactId', 'visibility', 'links'],
    origin: 'mail',
    messageLink: null,
    updatedBy: null,
    ...changes,
  };
}

export function buildMailPreview(changes: Partial<MailPreview> = {}): MailPreview {
  return {
    text: 'Guten Tag Frau Brandl, anbei die Fotos der vier Türschließer. Bei zweien läuft das Öl bereits auf den Boden, wir brauchen vor Montag Ersatz.',
    quotedText: '> Guten Tag Frau Tietz, vielen Dank für Ihre Nachricht.',
    quotedMailCount: 3,
    signature: 'Sabine Tietz',
    attachments: [
      {
        id: 'a1',
        name: 'Tuerschliesser_Lager_Leonberg.jpg',
        sizeBytes: 2_100_000,
        suggested: true,
        note: null,
      },
      { id: 'a2', name: 'Lieferschein_LS-88214.pdf', sizeBytes: 184_000, suggested: true, note: null },
      { id: 'a3', name: 'image001.png', sizeBytes: 6_000, suggested: false, note: 'signature_picture' },
    ],
    links: [
      {
        kind: 'complaint',
        id: exampleId(40),
        label: 'RK-26-0318',
        suggested: true,
        reason: 'in_subject',
      },
      { kind: 'quote', id: exampleId(80), label: 'AN-26-1182', suggested: false, reason: 'still_open' },
    ],
    followUpTitle: 'Ersatz für Türschließer klären',
    ...changes,
  };
}

export function buildComplaintDraft(changes: Partial<ComplaintDraft> = {}): ComplaintDraft {
  const later = (hours: number, at: string, minutes: number) =>
    buildDeadline({ hours, at, workingMinutesLeft: minutes });
  return {
    isComplaint: true,
    because: ['verlieren Öl', 'defekt'],
    references: { unknownOrders: [], articles: ['TS 93'], lots: [], quantity: null },
    title: '4 Türschließer verlieren Öl',
    category: { value: 'product_defect', because: ['verlieren Öl', 'defekt'] },
    severity: { value: 'high', because: ['vor Montag Ersatz'] },
    orders: [
      {
        id: exampleId(60),
        number: 'AU-26-0907',
        orderedOn: '2026-08-12',
        summary: '4 × Türschließer TS 93',
        totalCents: 191_200,
        inText: true,
      },
    ],
    suggestedOrderId: exampleId(60),
    owner: jonas,
    ownerTitle: 'Innendienst Südwest',
    deadlines: {
      low: { deadline: later(16, '2026-09-07T07:00:00Z', 900), escalatesTo: null },
      medium: { deadline: later(8, '2026-09-04T10:00:00Z', 420), escalatesTo: null },
      high: { deadline: buildDeadline(), escalatesTo: petra },
    },
    openComplaints: [],
    ...changes,
  };
}
