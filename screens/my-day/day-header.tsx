// The head of "Mein Tag": the day and how much there is, search, and the two things one records without a customer open.
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Add24Regular, Add20Regular, CalendarAdd20Regular, Search24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { MyDay } from '#contract/day.ts';
import type { SearchHit } from '#contract/search.ts';
import type { Errand } from '../customer/use-errand.ts';
import type { Format } from '../format.ts';
import { useWideMessages, type WideMessages } from '../messages/wide-messages.ts';
import { RecordSearch } from '../search/record-search.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import { useWidth, type Width } from '../use-width.ts';

type DayHeaderProps = {
  day: MyDay | null;
  onErrand: (errand: Errand) => void;
  onOpenCustomer: (customerId: string) => void;
  onOpenComplaint: (complaintId: string) => void;
};

export function DayHeader({ day, onErrand, onOpenCustomer, onOpenComplaint }: DayHeaderProps) {
  const styles = useStyles();
  const { myDay, search } = useWideMessages();
  const format = useFormat();
  const width = useWidth();
  const [searches, setSearches] = useState(false);
  const handleChoose = (hit: SearchHit) => {
    setSearches(false);
    if (hit.kind === 'complaint') onOpenComplaint(hit.id);
    else onOpenCustomer(hit.customer.id);
  };
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 className={styles.title}>{myDay.title}</h1>
        <p className={styles.summary}>{day ? summary(day, width, myDay, format) : ' '}</p>
      </div>
      <div className={styles.search}>
        <RecordSearch isFloating onChoose={handleChoose} />
      </div>
      <Button
        className={styles.phoneOnly}
        appearance="subtle"
        size="large"
        icon={<Search24Regular />}
        aria-label={search.label}
        aria-expanded={searches}
        onClick={() => setSearches(!searches)}
      />
      <Errands onErrand={onErrand} />
      {searches && (
        <div className={styles.phoneSearch}>
          <RecordSearch takesFocus onChoose={handleChoose} />
        </div>
      )}
    </header>
  );
}

/** Two buttons where there is room, one menu on a phone. */
function Errands({ onErrand }: { onErrand: (errand: Errand) => void }) {
  const styles = useStyles();
  const { customerPage, myDay } = useWideMessages();
  const { may } = useRights();
  const errands = [
    {
      kind: 'follow_up',
      label: customerPage.actions.followUp,
      icon: <CalendarAdd20Regular />,
      may: may('follow_up.create'),
    },
    { kind: 'record', label: customerPage.actions.record, icon: <Add20Regular />, may: may('activity.log') },
  ] as const;
  const allowed = errands.filter((errand) => errand.may);
  if (allowed.length === 0) return null;
  return (
    <>
      {allowed.map(({ kind, label, icon }) => (
        <Button
          key={kind}
          className={styles.wideOnly}
          icon={icon}
          onClick={() => onErrand({ kind, customer: null })}
        >
          {label}
        </Button>
      ))}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={styles.phoneOnly}
            appearance="subtle"
            size="large"
            icon={<Add24Regular />}
            aria-label={myDay.add}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {allowed.map(({ kind, label, icon }) => (
              <MenuItem key={kind} icon={icon} onClick={() => onErrand({ kind, customer: null })}>
                {label}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}

function summary(day: MyDay, width: Width, words: WideMessages['myDay'], format: Format): string {
  const now = day.now.length;
  const all = now + day.today.length + day.next.length;
  return words.summary(
    width === 'narrow' ? format.weekdayDate(day.day) : format.longDate(day.day),
    countWords(all, now, words, format),
  );
}

function countWords(all: number, now: number, words: WideMessages['myDay'], format: Format): string {
  if (all === 0) return words.noTask;
  if (all === 1) return now === 1 ? words.oneTaskNow : words.oneTask;
  return now === 0
    ? words.countWithoutNow(format.number(all))
    : words.count(format.number(all), format.number(now));
}

// The two never hold at once: which of two media rules wins is not ours to say.
const middle = '@media (min-width: 600px) and (max-width: 899px)';
const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: {
      columnGap: tokens.spacingHorizontalXS,
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
      borderBottom: 'none',
    },
  },
  words: { flex: '1 1 160px', minWidth: 0 },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  summary: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  search: { width: '320px', [middle]: { width: '100%', order: 1 }, [phone]: { display: 'none' } },
  phoneSearch: { display: 'none', [phone]: { display: 'block', width: '100%' } },
  wideOnly: { whiteSpace: 'nowrap', [phone]: { display: 'none' } },
  phoneOnly: { display: 'none', [phone]: { display: 'inline-flex', minWidth: '40px' } },
});
