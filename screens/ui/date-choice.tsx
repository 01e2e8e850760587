// A day in two clicks: tomorrow, in three days, next week, or a date; suggestions never fall on a weekend or holiday.
import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarLtr20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useId, useState } from 'react';
import { addDays, shiftToWorkingDay } from '../calendar.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages/use-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';
import { ChoiceButtons, type Choice } from './choice-buttons.tsx';

const DayPicker = lazy(() => import('./day-picker.tsx').then((module) => ({ default: module.DayPicker })));

type Suggestion = 'tomorrow' | 'in_three_days' | 'next_week' | 'pick';

type DateChoiceProps = {
  label: string;
  /** The chosen day, `2026-09-04`, or null. */
  value: string | null;
  onChange: (day: string | null) => void;
  isOptional?: boolean;
  describedBy?: string | undefined;
};

/** Calls back with a day; with `isOptional`, pressing the chosen suggestion again takes it back. */
export function DateChoice({ label, value, onChange, isOptional = false, describedBy }: DateChoiceProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const id = useId();
  const [isPicking, setIsPicking] = useState(false);
  const days = suggestedDays(format.today());
  const chosen = isPicking ? 'pick' : chosenOf(value, days);

  const handleChoice = (suggestion: Suggestion | null) => {
    setIsPicking(suggestion === 'pick');
    if (suggestion === null) onChange(null);
    else if (suggestion !== 'pick') onChange(days[suggestion]);
  };

  return (
    <div className={styles.block}>
      <ChoiceButtons
        label={label}
        columns={2}
        choices={choicesOf(days, messages, format)}
        value={chosen}
        onChange={handleChoice}
        isOptional={isOptional}
        describedBy={describedBy}
      />
      {chosen === 'pick' && (
        <Field label={{ children: messages.followUp.choice.date, htmlFor: id }}>
          <Suspense fallback={null}>
            <DayPicker id={id} value={value} isOpen={isPicking && value === null} onChange={onChange} />
          </Suspense>
        </Field>
      )}
    </div>
  );
}

function suggestedDays(today: string) {
  return {
    tomorrow: shiftToWorkingDay(addDays(today, 1)),
    in_three_days: shiftToWorkingDay(addDays(today, 3)),
    next_week: shiftToWorkingDay(addDays(today, 7)),
  };
}

function chosenOf(value: string | null, days: ReturnType<typeof suggestedDays>): Suggestion | null {
  if (value === null) return null;
  if (value === days.tomorrow) return 'tomorrow';
  if (value === days.in_three_days) return 'in_three_days';
  return value === days.next_week ? 'next_week' : 'pick';
}

function choicesOf(
  days: ReturnType<typeof suggestedDays>,
  messages: Messages,
  format: Format,
): Choice<Suggestion>[] {
  const words = messages.followUp.choice;
  const isTomorrow = format.daysFromToday(days.tomorrow) === 1;
  return [
    {
      value: 'tomorrow',
      label: isTomorrow ? words.tomorrow : format.weekday(days.tomorrow),
      detail: isTomorrow ? format.weekdayDate(days.tomorrow) : format.shortDate(days.tomorrow),
    },
    { value: 'in_three_days', label: words.inThreeDays, detail: format.weekdayDate(days.in_three_days) },
    { value: 'next_week', label: words.nextWeek },
    { value: 'pick', label: words.pick, icon: <CalendarLtr20Regular aria-hidden /> },
  ];
}

const useStyles = makeStyles({
  block: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});
