// The demo's first page: what this is, who one can be, three steps, and the one question Office.js will ask.
import {
  Body1,
  Button,
  Caption1,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Subtitle2,
  Title1,
  tokens,
} from '@fluentui/react-components';
import { listDemoUsers } from '#contract/demo.ts';
import { useReply } from '#screens/use-reply.ts';
import type { DemoSettings } from '../bar/settings.ts';
import { landingWords } from './words.ts';

/** Sellers first, as in the story below; then who decides, who sets up, and who is let in from outside. */
const roleOrder = ['sales', 'manager', 'admin', 'partner'] as const;

/** The page below the demo bar. */
export function Landing({ settings }: { settings: DemoSettings }) {
  const styles = useStyles();
  const words = landingWords(settings.language);
  return (
    <div className={styles.scroll}>
      <article className={styles.page}>
        <Title1 as="h1" className={styles.flat}>
          {words.title}
        </Title1>
        <Body1 as="p" className={styles.flat}>
          {words.what}
        </Body1>
        <div className={styles.doors}>
          <Button as="a" href="/demo/outlook/" appearance="primary" size="large">
            {words.openOutlook}
          </Button>
          <Button as="a" href="/demo/teams/" size="large">
            {words.openTeams}
          </Button>
        </div>
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.consentTitle}</MessageBarTitle> {words.consent}
          </MessageBarBody>
        </MessageBar>
        <Subtitle2 as="h2" className={styles.flat}>
          {words.steps}
        </Subtitle2>
        <ol className={styles.steps}>
          {words.stepList.map((step) => (
            <li key={step}>
              <Body1>{step}</Body1>
            </li>
          ))}
        </ol>
        <People settings={settings} />
        <Caption1 as="p" className={styles.quiet}>
          {words.honest}
        </Caption1>
        <nav aria-label={words.more} className={styles.links}>
          {words.links.map(([address, label]) => (
            <Link key={address} href={`${address}?lang=${settings.language}`}>
              {label}
            </Link>
          ))}
        </nav>
      </article>
    </div>
  );
}

function People({ settings }: { settings: DemoSettings }) {
  const styles = useStyles();
  const words = landingWords(settings.language);
  const { reply, error, reload } = useReply(listDemoUsers, {}, { freshMs: 60 * 60_000 });
  if (error !== null) {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {words.failed}{' '}
          <Button size="small" onClick={reload}>
            {words.retry}
          </Button>
        </MessageBarBody>
      </MessageBar>
    );
  }
  const people = [...(reply?.items ?? [])].sort(
    (a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role),
  );
  return (
    <section aria-labelledby="people">
      <Subtitle2 as="h2" id="people" block className={styles.flat}>
        {words.people}
      </Subtitle2>
      <Caption1 className={styles.quiet}>{words.peopleHint}</Caption1>
      <RadioGroup
        aria-labelledby="people"
        value={settings.user}
        onChange={(_, data) => settings.setUser(data.value)}
        className={styles.people}
      >
        {people.map((one) => (
          <Radio
            key={one.user}
            value={one.user}
            label={
              <span>
                <Body1 block>{one.name}</Body1>
                <Caption1 className={styles.quiet}>
                  {[one.jobTitle, ...one.territories].filter(Boolean).join(' ')}: {words.sees[one.role]}
                </Caption1>
              </span>
            }
          />
        ))}
      </RadioGroup>
    </section>
  );
}

const useStyles = makeStyles({
  scroll: { flexGrow: 1, overflowY: 'auto' },
  page: {
    maxWidth: '720px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  flat: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  people: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    marginTop: tokens.spacingVerticalXS,
  },
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});
