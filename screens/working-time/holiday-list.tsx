// Which days of a year are off at the company: public holidays of its Land and its own.
import { CalendarLtr20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { listHolidays } from '#contract/working-time.ts';
import { useWorkingTimeMessages } from '../messages/working-time-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useFrame } from '../use-frame.ts';
import { useReply } from '../use-reply.ts';

export function HolidayList() {
  const format = useFormat();
  const words = useWorkingTimeMessages();
  const { language } = useFrame();
  const thisYear = Number(format.today().slice(0, 4));
  const [year, setYear] = useState(String(thisYear));
  const state = useReply(listHolidays, { year: Number(year) });
  const choices = [thisYear, thisYear + 1].map((one) => ({ value: String(one), label: String(one) }));
  return (
    <Section title={words.publicHolidays}>
      <ChoiceButtons
        label={words.year}
        columns="row"
        choices={choices}
        value={year}
        onChange={(next) => setYear(next ?? year)}
      />
      <Loaded state={state} waiting={<RowsSkeleton label={words.holidaysLoading} count={6} />}>
        {({ items }) => (
          <Rows label={`${words.publicHolidays} ${year}`}>
            {items.map(({ day, name, isPublic }) => (
              <Row
                key={day}
                icon={<CalendarLtr20Regular />}
                title={name[language]}
                {...(isPublic ? {} : { detail: words.own })}
                right={format.weekdayDate(day)}
                isRightQuiet
              />
            ))}
          </Rows>
        )}
      </Loaded>
    </Section>
  );
}
