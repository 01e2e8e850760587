// The days of a working week: worked or off, from when to when.
import { Checkbox, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { WorkingWeek } from '#contract/working-time.ts';
import { useWorkingTimeMessages } from '../messages/working-time-messages.ts';

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
            <Checkbox
              label={name}
              className={styles.name}
              checked={day !== null}
              onChange={(_event, { checked }) => change(index, checked === true ? proposed : null)}
            />
            {day === null ? (
              <span className={styles.off}>{words.off}</span>
            ) : (
              <>
                <Input
                  type="time"
                  aria-label={words.from(name)}
                  className={styles.time}
                  value={day.from}
                  onChange={(_event, { value }) => change(index, { ...day, from: value })}
                />
                <span aria-hidden>–</span>
                <Input
                  type="time"
                  aria-label={words.to(name)}
                  className={styles.time}
                  value={day.to}
                  onChange={(_event, { value }) => change(index, { ...day, to: value })}
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
  name: { width: '132px' },
  time: { width: '104px', fontVariantNumeric: 'tabular-nums' },
  off: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});
