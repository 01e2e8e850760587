// The days of a working week: worked or off, from when to when.
import { Checkbox, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { WorkingWeek } from '#contract/working-time.ts';
import { useWorkingTimeMessages } from '../messages/working-time-messages.ts';
import { timeText } from './words.ts';

const usual = { from: '08:00', to: '17:00' };

type WeekFieldsProps = {
  week: WorkingWeek;
  problem: string | undefined;
  onChange: (week: WorkingWeek) => void;
};

/** One line per weekday; a tick brings the hours of the day before. */
export function WeekFields({ week, problem, onChange }: WeekFieldsProps) {
  const styles = useStyles();
  const words = useWorkingTimeMessages();
  const change = (index: number, day: WorkingWeek[number]) =>
    onChange(week.map((one, at) => (at === index ? day : one)));
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{words.week}</legend>
      {words.weekdays.map((name, index) => {
        const day = week[index] ?? null;
        const proposed = week.slice(0, index).findLast((one) => one !== null) ?? usual;
        return (
          <div key={name} className={styles.day}>
            <span className={styles.name}>
              <Checkbox
                label={name}
                checked={day !== null}
                onChange={(_event, { checked }) => change(index, checked === true ? proposed : null)}
              />
            </span>
            {day === null ? (
              <span className={styles.off}>{words.off}</span>
            ) : (
              <>
                <TimeInput
                  label={words.from(name)}
                  value={day.from}
                  onChange={(from) => change(index, { ...day, from })}
                />
                <span aria-hidden>–</span>
                <TimeInput
                  label={words.to(name)}
                  value={day.to}
                  onChange={(to) => change(index, { ...day, to })}
                />
              </>
            )}
          </div>
        );
      })}
      {problem !== undefined && <Field validationMessage={problem} validationState="error" />}
    </fieldset>
  );
}

type TimeInputProps = { label: string; value: string; onChange: (value: string) => void };

/** Always in 24 hours, whatever the browser is set to; "7" and "7:30" become 07:00 and 07:30. */
function TimeInput({ label, value, onChange }: TimeInputProps) {
  const styles = useStyles();
  return (
    <Input
      aria-label={label}
      className={styles.time}
      inputMode="numeric"
      maxLength={5}
      value={value}
      onChange={(_event, data) => onChange(data.value)}
      onBlur={() => onChange(timeText(value))}
    />
  );
}

const useStyles = makeStyles({
  set: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { ...typographyStyles.body1, padding: 0, paddingBottom: tokens.spacingVerticalXXS },
  day: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '36px',
  },
  name: { flexShrink: 0, width: '136px' },
  time: { width: '72px', fontVariantNumeric: 'tabular-nums' },
  off: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});
