// The areas of the demo's Outlook: mail, calendar, To Do; and the sentence that this is no Microsoft product.
import { Caption2, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { CalendarLtrRegular, CheckmarkCircleRegular, MailRegular } from '@fluentui/react-icons';
import type { Place } from './use-desk.ts';
import { useWords } from './words.ts';

const places = [
  { place: 'mail', icon: <MailRegular /> },
  { place: 'calendar', icon: <CalendarLtrRegular /> },
  { place: 'toDo', icon: <CheckmarkCircleRegular /> },
] as const;

interface DeskRailProps {
  place: Place;
  isNarrow: boolean;
  onChoose: (place: Place) => void;
}

/** The rail at the left, a row on a phone. */
export function DeskRail({ place, isNarrow, onChoose }: DeskRailProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <nav className={styles.rail} aria-label={words.placesLabel}>
      {places.map((one) => (
        <ToggleButton
          key={one.place}
          appearance="subtle"
          icon={one.icon}
          size="small"
          className={styles.button}
          checked={place === one.place}
          onClick={() => onChoose(one.place)}
        >
          {words.places[one.place]}
        </ToggleButton>
      ))}
      {!isNarrow && <Caption2 className={styles.note}>{words.notMicrosoft}</Caption2>}
    </nav>
  );
}

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    width: '104px',
    flexShrink: 0,
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 760px)': { flexDirection: 'row', width: 'auto', borderRight: 'none' },
  },
  button: { justifyContent: 'flex-start', minWidth: 'auto' },
  note: { marginTop: 'auto', color: tokens.colorNeutralForeground3, hyphens: 'auto' },
});
