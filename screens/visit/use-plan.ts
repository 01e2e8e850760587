// What the form of a visit knows and sends: its draft, the free times, planning or moving. Drawn by plan-visit.tsx.
import type { CustomerRef } from '#contract/customer.ts';
import { planVisit, proposeVisitSlots, updateVisit, type Visit } from '#contract/visit.ts';
import { dayOf } from '../calendar.ts';
import { berlinTimestamp } from '../customer/berlin-time.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useDraft } from '../use-draft.ts';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import type { PlanFields } from './plan-fields.tsx';

export type PlanProps = {
  customer: CustomerRef;
  /** The visit to be moved; null plans a new one. */
  visit: Visit | null;
  from: string | null;
  onDone: (visit: Visit) => void;
};

const minuteMs = 60_000;

/** Everything behind the form; `submit` does nothing while a field is not fit. */
export function usePlan({ customer, visit, from, onDone }: PlanProps) {
  const words = useVisitMessages().plan;
  const notify = useNotify();
  const format = useFormat();
  const name = `visit:${visit?.id ?? customer.id}`;
  const draft = useDraft<PlanFields>(name, suggestedFields(visit, format.time));
  const { value } = draft;
  const given = { customerId: customer.id, durationMinutes: value.minutes };
  const slots = useReply(proposeVisitSlots, from === null ? given : { ...given, from }, {
    keepPrevious: true,
  });
  const handleDone = (done: Visit) => {
    draft.clear();
    notify({ title: visit === null ? words.done(customer.name) : words.moved });
    onDone(done);
  };
  const plan = useSend(planVisit, { onDone: handleDone });
  const move = useSend(updateVisit, { onDone: handleDone });
  const { error, isSending } = visit === null ? plan : move;
  const startsAt = value.slot ?? berlinTimestamp(value.day ?? '', value.time);
  const problems = useFieldProblems(error, problemsOf(value, startsAt, words));
  const submit = () => {
    if (!problems.check() || startsAt === null) return;
    draft.keep();
    const { minutes: durationMinutes, kind, note, contactIds } = value;
    const input = { startsAt, durationMinutes, kind, note, contactIds };
    if (visit !== null) return move.send({ ...input, id: visit.id }, { ifMatch: visit.version });
    plan.send({ ...input, customerId: customer.id }, { idempotencyKey: draft.idempotencyKey });
  };
  return { draft, slots, problems, error, isSending, submit };
}

function suggestedFields(visit: Visit | null, timeOf: (at: string) => string): PlanFields {
  const fresh: PlanFields = {
    kind: 'visit',
    slot: null,
    day: null,
    time: '09:00',
    minutes: 60,
    contactIds: [],
    note: '',
  };
  if (visit === null) return fresh;
  return {
    ...fresh,
    kind: visit.kind,
    day: dayOf(visit.startsAt),
    time: timeOf(visit.startsAt),
    minutes: Math.round((Date.parse(visit.endsAt) - Date.parse(visit.startsAt)) / minuteMs),
    contactIds: visit.people.map((person) => person.id),
    note: visit.note ?? '',
  };
}

function problemsOf(
  { slot, day }: PlanFields,
  startsAt: string | null,
  words: { needsDay: string; badTime: string },
): Record<string, string> {
  if (slot === null && day === null) return { day: words.needsDay };
  return startsAt === null ? { startsAt: words.badTime } : {};
}
