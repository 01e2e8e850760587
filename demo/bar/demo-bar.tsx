// The bar over every page of the demo: says that nothing here is real, and who, how and where one looks.
import { Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { listDemoUsers } from '#contract/demo.ts';
import { useReply } from '#screens/use-reply.ts';
import { ResetDemo } from './reset-demo.tsx';
import { demoLanguages, demoThemes, type DemoSettings } from './settings.ts';
import { barWords } from './words.ts';

export type DemoPlace = 'landing' | 'outlook' | 'teams';

const addresses: Record<DemoPlace, string> = {
  landing: '/',
  outlook: '/demo/outlook/',
  teams: '/demo/teams/',
};

interface DemoBarProps {
  place: DemoPlace;
  settings: DemoSettings;
}

/** The bar itself; the page below it must redraw for another person (`settings.user`). */
export function DemoBar({ place, settings }: DemoBarProps) {
  const styles = useStyles();
  const words = barWords(settings.language);
  const { reply } = useReply(listDemoUsers, {}, { freshMs: 60 * 60_000 });
  const people = reply?.items ?? [];
  return (
    <header className={styles.bar}>
      <Text weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      <nav aria-label={words.placesLabel} className={styles.places}>
        {(Object.keys(addresses) as DemoPlace[]).map((to) => (
          <Link
            key={to}
            href={addresses[to]}
            appearance="subtle"
            className={to === place ? styles.here : undefined}
            {...(to === place ? { 'aria-current': 'page' as const } : {})}
          >
            {words.places[to]}
          </Link>
        ))}
      </nav>
      <div className={styles.choices}>
        <Choice
          label={words.person}
          value={settings.user}
          options={people.map((one) => ({ value: one.user, text: `${one.name}, ${one.jobTitle}` }))}
          onChoose={settings.setUser}
          isWide
        />
        <Choice
          label={words.theme}
          value={settings.theme}
          options={demoThemes.map((value) => ({ value, text: words.themes[value] }))}
          onChoose={(value) => settings.setTheme(demoThemes.find((theme) => theme === value) ?? 'light')}
        />
        <Choice
          label={words.language}
          value={settings.language}
          options={demoLanguages.map((value) => ({ value, text: words.languages[value] }))}
          onChoose={(value) => settings.setLanguage(value === 'en' ? 'en' : 'de')}
        />
        <ResetDemo words={words} />
      </div>
    </header>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: { value: string; text: string }[];
  onChoose: (value: string) => void;
  isWide?: boolean;
}

function Choice({ label, value, options, onChoose, isWide = false }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Select
      size="small"
      aria-label={label}
      title={label}
      value={value}
      className={isWide ? styles.wide : undefined}
      onChange={(_, data) => onChoose(data.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </Select>
  );
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { flexShrink: 0 },
  places: { display: 'flex', gap: tokens.spacingHorizontalM },
  here: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: 'underline' },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginLeft: 'auto',
  },
  wide: { minWidth: '200px', maxWidth: '300px' },
});
