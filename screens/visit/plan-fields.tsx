// The fields of planning: free times first, one's own time below them, then length, kind, people and note.
import { Field, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { lazy, Suspense, useId } from 'react';
import { listContacts } from '#contract/customer.ts';
import type { Reply } from '#contract/endpoint.ts';
import { visitKinds, type proposeVisitSlots, type Visit } from '#contract/visit.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../use-format.ts';
import { useReply, type ReplyState } from '../use-reply.ts';

const DayPicker = lazy(() =>
  import('../ui/day-picker.tsx').then((module) => ({ default: module.DayPicker })),
);

export interface PlanFields {
  kind: Visit['kind'];
  /** A free time that was chosen; null: day and time below count. */
  slot: string | null;
  day: string | null;
  time: string;
  minutes: number;
  contactIds: string[];
  note: string;
}

type PlanFieldsProps = {
  customerId: string;
  fields: PlanFields;
  slots: ReplyState<Reply<typeof proposeVisitSlots>>;
  problems: { of: (field: string) => string | undefined };
  onChange: (part: Partial<PlanFields>) => void;
};

const lengths = ['30', '60', '90', '120'] as const;

export function PlanFieldsForm({ customerId, fields, slots, problems, onChange }: PlanFieldsProps) {
  const { plan: words, kinds } = useVisitMessages();
  const known = lengths.find((length) => length === String(fields.minutes)) ?? null;
  return (
    <>
      <ChoiceButtons
        label={words.kind}
        columns={2}
        choices={visitKinds.map((value) => ({ value, label: kinds[value] }))}
        value={fields.kind}
        onChange={(kind) => onChange({ kind: kind ?? fields.kind })}
      />
      <Labelled label={words.duration}>
        <ChoiceButtons
          label={words.duration}
          columns={3}
          choices={lengths.map((value) => ({ value, label: words.minutes(value) }))}
          value={known}
          onChange={(length) => onChange({ minutes: Number(length ?? fields.minutes), slot: null })}
        />
      </Labelled>
      <Slots slots={slots} value={fields.slot} onChange={(slot) => onChange({ slot })} />
      <OwnTime fields={fields} problems={problems} onChange={onChange} />
      <People
        customerId={customerId}
        chosen={fields.contactIds}
        onChange={(contactIds) => onChange({ contactIds })}
      />
      <TextField
        label={words.note}
        rows={3}
        maxLength={5000}
        value={fields.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}

type SlotsProps = {
  slots: PlanFieldsProps['slots'];
  value: string | null;
  onChange: (slot: string | null) => void;
};

function Slots({ slots, value, onChange }: SlotsProps) {
  const styles = useStyles();
  const format = useFormat();
  const { plan: words, loading } = useVisitMessages();
  const { reply, error, isWaiting, reload } = slots;
  return (
    <Labelled label={words.slots} isStrong>
      <div className={styles.slots}>
        {error && !reply && <ErrorNote error={error} onRetry={reload} />}
        {isWaiting && <RowsSkeleton label={loading} count={3} />}
        {reply && reply.calendar !== 'read' && <p className={styles.quiet}>{words.slotsWithout}</p>}
        {reply?.slots.length === 0 && <p className={styles.quiet}>{words.noSlots}</p>}
        {reply && reply.slots.length > 0 && (
          <ChoiceButtons
            label={words.slots}
            columns={2}
            choices={reply.slots.map((slot) => ({
              value: slot.startsAt,
              label: `${format.weekdayDate(slot.startsAt)}, ${format.time(slot.startsAt)}`,
              ...(slot.near === null ? {} : { detail: words.slotNear(slot.near.name) }),
            }))}
            value={value}
            onChange={onChange}
            isOptional
          />
        )}
      </div>
    </Labelled>
  );
}

function OwnTime({ fields, problems, onChange }: Pick<PlanFieldsProps, 'fields' | 'problems' | 'onChange'>) {
  const styles = useStyles();
  const words = useVisitMessages().plan;
  const id = useId();
  const problem = problems.of('day');
  return (
    <div role="group" aria-label={words.ownTime} className={styles.own}>
      <Field
        label={{ children: words.day, htmlFor: id }}
        {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
      >
        <Suspense fallback={null}>
          <DayPicker
            id={id}
            value={fields.day}
            isOpen={false}
            onChange={(day) => onChange({ day, slot: null })}
          />
        </Suspense>
      </Field>
      <TextField
        label={words.time}
        maxLength={5}
        value={fields.time}
        problem={problems.of('startsAt')}
        onChange={(time) => onChange({ time, slot: null })}
      />
    </div>
  );
}

type PeopleProps = { customerId: string; chosen: string[]; onChange: (ids: string[]) => void };

function People({ customerId, chosen, onChange }: PeopleProps) {
  const styles = useStyles();
  const words = useVisitMessages().plan;
  const { reply } = useReply(listContacts, { customerId, limit: 100 });
  return (
    <div role="group" aria-label={words.people}>
      <span className={styles.label}>{words.people}</span>
      {reply?.items.length === 0 && <p className={styles.quiet}>{words.noPeople}</p>}
      {reply?.items.map((contact) => (
        <CheckRow
          key={contact.id}
          label={contact.name}
          aside={contact.jobTitle ?? undefined}
          isChecked={chosen.includes(contact.id)}
          onChange={(isChecked) =>
            onChange(isChecked ? [...chosen, contact.id] : chosen.filter((id) => id !== contact.id))
          }
        />
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  label: { ...typographyStyles.body1 },
  // One below the other: beside a time stands whose visit is near.
  slots: { '& [role=radiogroup]': { gridTemplateColumns: 'minmax(0, 1fr)' } },
  own: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    '& .fui-Input': { minWidth: 0 },
  },
});
