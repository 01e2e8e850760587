// The calendar behind "Datum wählen"; a chunk of its own, loaded when first asked for.
import { DatePicker, defaultDatePickerStrings } from '@fluentui/react-datepicker-compat';
import { dayOf, noonOf } from '../calendar.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';
import { useFrame } from '../use-frame.ts';

type DayPickerProps = {
  id: string;
  value: string | null;
  isOpen: boolean;
  onChange: (day: string) => void;
};

/** A date field with a calendar; days before today cannot be chosen. */
export function DayPicker({ id, value, isOpen, onChange }: DayPickerProps) {
  const format = useFormat();
  const { language } = useFrame();
  const { followUp } = useMessages();
  return (
    <DatePicker
      id={id}
      value={value === null ? null : localDate(value)}
      minDate={localDate(format.today())}
      today={localDate(format.today())}
      initialPickerDate={localDate(value ?? format.today())}
      firstDayOfWeek={1}
      defaultOpen={isOpen}
      formatDate={(date) => (date ? format.date(localDay(date)) : '')}
      dateTimeFormatter={{
        formatDay: (date) => String(date.getDate()),
        formatMonth: (date, strings) => strings.months[date.getMonth()] ?? '',
        formatYear: (date) => String(date.getFullYear()),
        formatMonthDayYear: (date) => format.longDate(localDay(date)),
        formatMonthYear: (date, strings) => `${strings.months[date.getMonth()] ?? ''} ${date.getFullYear()}`,
      }}
      parseDateFromString={parseDay}
      allowTextInput
      // Fluent names the icon after the field, which has no name of its own while it is empty
      contentAfter={{ 'aria-labelledby': undefined, 'aria-label': followUp.choice.pick }}
      strings={language === 'de' ? germanStrings() : defaultDatePickerStrings}
      onSelectDate={(date) => {
        if (date) onChange(localDay(date));
      }}
    />
  );
}

/** The calendar works with midnights of the device's own zone. */
function localDate(day: string): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

function localDay(date: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Reads 4.9.2026, 04.09.26 and 2026-09-04. */
function parseDay(text: string): Date | null {
  const german = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})\s*$/.exec(text);
  if (german) {
    const year = Number(german[3]);
    return new Date(year < 100 ? 2000 + year : year, Number(german[2]) - 1, Number(german[1]));
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? localDate(dayOf(text.trim())) : null;
}

function germanStrings(): typeof defaultDatePickerStrings {
  const month = (style: 'long' | 'short') =>
    new Intl.DateTimeFormat('de-DE', { month: style, timeZone: 'UTC' });
  const weekday = (style: 'long' | 'narrow') =>
    new Intl.DateTimeFormat('de-DE', { weekday: style, timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, index) =>
    noonOf(`2026-${String(index + 1).padStart(2, '0')}-01`),
  );
  /** 2026-03-01 is a Sunday. */
  const days = Array.from({ length: 7 }, (_, index) => noonOf(`2026-03-0${index + 1}`));
  return {
    ...defaultDatePickerStrings,
    months: months.map((date) => month('long').format(date)),
    shortMonths: months.map((date) => month('short').format(date)),
    days: days.map((date) => weekday('long').format(date)),
    shortDays: days.map((date) => weekday('narrow').format(date)),
    goToToday: 'Heute',
    prevMonthAriaLabel: 'Voriger Monat',
    nextMonthAriaLabel: 'Nächster Monat',
    prevYearAriaLabel: 'Voriges Jahr',
    nextYearAriaLabel: 'Nächstes Jahr',
    prevYearRangeAriaLabel: 'Voriger Zeitraum',
    nextYearRangeAriaLabel: 'Nächster Zeitraum',
    closeButtonAriaLabel: 'Schließen',
    monthPickerHeaderAriaLabel: '{0}, Monat wählen',
    yearPickerHeaderAriaLabel: '{0}, Jahr wählen',
    selectedDateFormatString: 'Gewählt: {0}',
    todayDateFormatString: 'Heute: {0}',
    weekNumberFormatString: 'Kalenderwoche {0}',
    dayMarkedAriaLabel: 'gekennzeichnet',
  };
}
