// The form of a visit: a free time or one's own, how long, whom, a note. The same form moves a planned visit.
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { CustomerRef } from '#contract/customer.ts';
import { planVisit, proposeVisitSlots, updateVisit, type Visit } from '#contract/visit.ts';
import { dayOf } from '../calendar.ts';
import { berlinTimestamp } from '../customer/berlin-time.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useDraft } from '../use-draft.ts';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { PlanFieldsForm, type PlanFields } from './plan-fields.tsx';

type PlanVisitProps = {
  customer: CustomerRef;
  visit: Visit | null;
  from: string | null;
  onClose: () => void;
  onDone: (visit: Visit) => void;
};

const minuteMs = 60_000;

export function PlanVisit({ customer, visit, from, onClose, onDone }: PlanVisitProps) {
  const common = useMessages().common;
  const words = useVisitMessages().plan;
  const notify = useNotify();
  const format = useFormat();
  const draft = useDraft<PlanFields>(
    `visit:${visit?.id ?? customer.id}`,
    suggestedFields(visit, format.time),
  );
  const { value } = draft;
  const [note, setNote] = useState(false);
  const slots = useReply(
    proposeVisitSlots,
    {
      customerId: customer.id,
      durationMinutes: value.minutes,
      ...(from === null ? {} : { from }),
    },
    { keepPrevious: true },
  );
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
  const handleSubmit = () => {
    if (!problems.check() || startsAt === null) return;
    draft.keep();
    const input = {
      startsAt,
      durationMinutes: value.minutes,
      kind: value.kind,
      note: value.note,
      contactIds: value.contactIds,
    };
    if (visit === null)
      plan.send({ ...input, customerId: customer.id }, { idempotencyKey: draft.idempotencyKey });
    else move.send({ ...input, id: visit.id }, { ifMatch: visit.version });
  };
  const planned = slots.reply?.planned.filter((one) => one.id !== visit?.id) ?? [];
  return (
    <View
      title={visit === null ? words.title : words.move}
      onBack={onClose}
      foot={
        <ActionBar
          label={words.title}
          isForm
          note={`${customer.name}. ${words.noteLine}`}
          problem={
            error && !isSending ? (
              <ErrorNote error={error} title={words.failed} keepsInput onRetry={handleSubmit} />
            ) : null
          }
          primary={{
            id: 'plan-visit',
            label: visit === null ? words.save : words.saveMove,
            onPress: handleSubmit,
            isBusy: isSending,
          }}
          secondary={[{ id: 'cancel-plan', label: common.cancel, onPress: onClose }]}
        />
      }
    >
      {planned[0] && !note && (
        <MessageBar intent="info" layout="multiline" onClick={() => setNote(true)}>
          <MessageBarBody>{words.planned(format.moment(planned[0].startsAt))}</MessageBarBody>
        </MessageBar>
      )}
      <FormBody label={words.title} onSubmit={handleSubmit}>
        <PlanFieldsForm
          customerId={customer.id}
          fields={value}
          slots={slots}
          problems={problems}
          onChange={draft.change}
        />
      </FormBody>
    </View>
  );
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
