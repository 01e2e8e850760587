// The bar over the page: that this is a demo, who works here, and how the page looks.
import { Badge, Button, Caption1, Link, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { DemoUser } from '#contract/demo.ts';
import type { TeamsTheme } from './tab-protocol.ts';
import type { DemoLanguage } from './use-demo-settings.ts';

interface TeamsBarProps {
  people: DemoUser[] | null;
  user: string;
  theme: TeamsTheme;
  language: DemoLanguage;
  onUser: (user: string) => void;
  onTheme: (theme: TeamsTheme) => void;
  onLanguage: (language: DemoLanguage) => void;
  onReset: () => void;
}

export function TeamsBar(props: TeamsBarProps) {
  const styles = useStyles();
  const { people, user, theme, language } = props;
  return (
    <header className={styles.bar}>
      <Badge appearance="tint" color="warning">
        Demo – keine echten Daten
      </Badge>
      <label className={styles.choice}>
        <Caption1>Person</Caption1>
        <Select size="small" value={user} onChange={(_event, data) => props.onUser(data.value)}>
          {(people ?? []).map((person) => (
            <option key={person.user} value={person.user}>
              {person.name}, {person.jobTitle}
            </option>
          ))}
        </Select>
      </label>
      <label className={styles.choice}>
        <Caption1>Design</Caption1>
        <Select size="small" value={theme} onChange={(_event, data) => props.onTheme(themeOf(data.value))}>
          <option value="default">Hell</option>
          <option value="dark">Dunkel</option>
          <option value="contrast">Kontrast</option>
        </Select>
      </label>
      <label className={styles.choice}>
        <Caption1>Sprache</Caption1>
        <Select
          size="small"
          value={language}
          onChange={(_event, data) => props.onLanguage(data.value === 'en' ? 'en' : 'de')}
        >
          <option value="de">Deutsch</option>
          <option value="en">English</option>
        </Select>
      </label>
      <Link href="/demo/outlook/">Outlook</Link>
      <Button size="small" onClick={props.onReset}>
        Zurücksetzen
      </Button>
    </header>
  );
}

function themeOf(value: string): TeamsTheme {
  return value === 'dark' || value === 'contrast' ? value : 'default';
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  choice: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});
