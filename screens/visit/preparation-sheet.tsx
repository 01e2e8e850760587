// The preparation sheet: what one wants to know before going in, in the order of the talk. Drawn for 320 px; grows to two columns.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Preparation } from '#contract/visit-report.ts';
import { getVisitPreparation } from '#contract/visit-report.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { ReportText } from './report-text.tsx';
import { Complaints, Groups, Money, Orders, People, Prices, Quotes } from './sheet-parts.tsx';

type PreparationSheetProps = { visitId: string } | { customerId: string };

/** Read anew whenever it is opened. */
export function PreparationSheet(props: PreparationSheetProps) {
  const words = useVisitMessages();
  const input = 'visitId' in props ? { visitId: props.visitId } : { customerId: props.customerId };
  const state = useReply(getVisitPreparation, input);
  return (
    <Loaded state={state} waiting={<ViewSkeleton label={words.page.loading} />}>
      {(sheet) => <Sheet sheet={sheet} />}
    </Loaded>
  );
}

function Sheet({ sheet }: { sheet: Preparation }) {
  const styles = useStyles();
  const format = useFormat();
  const { sheet: words, page } = useVisitMessages();
  const isFirst = sheet.visit?.kind === 'first_contact';
  return (
    <div className={styles.sheet}>
      <p className={styles.asOf}>{page.asOf(format.dateTime(sheet.asOf))}</p>
      {sheet.visit?.note && <p className={styles.note}>{sheet.visit.note}</p>}
      <div className={styles.columns}>
        {isFirst && <FirstContact />}
        <People sheet={sheet} />
        <Agreements sheet={sheet} />
        <Quotes sheet={sheet} />
        <Orders sheet={sheet} />
        <Money sheet={sheet} />
        <Complaints sheet={sheet} />
        <Groups sheet={sheet} />
        <Prices prices={sheet.prices} />
        <Section title={words.questions}>
          {sheet.questions.length === 0 && <p className={styles.quiet}>{words.noQuestions}</p>}
          <ol className={styles.questions}>
            {sheet.questions.map((question) => (
              <li key={question.id}>{question.text}</li>
            ))}
          </ol>
        </Section>
        <Section title={words.previous}>
          {sheet.previous ? (
            <ReportText report={sheet.previous} />
          ) : (
            <p className={styles.quiet}>{words.noPrevious}</p>
          )}
        </Section>
      </div>
    </div>
  );
}

function FirstContact() {
  const styles = useStyles();
  const { first } = useVisitMessages().sheet;
  return (
    <Section title={first.title}>
      <ul className={styles.questions}>
        {first.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What was promised last time comes before everything one wants to sell. */
function Agreements({ sheet }: { sheet: Preparation }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useVisitMessages().sheet;
  const { previous, followUps } = sheet;
  return (
    <Section title={words.agreements}>
      <p className={styles.text}>
        {previous === null || previous.agreements === '' ? words.noAgreements : previous.agreements}
      </p>
      {previous?.nextVisitOn && (
        <p className={styles.quiet}>{words.nextOn(format.date(previous.nextVisitOn))}</p>
      )}
      {followUps.length > 0 && (
        <>
          <p className={styles.quiet}>{words.followUps}</p>
          <ul className={styles.questions}>
            {followUps.map((followUp) => (
              <li key={followUp.id}>
                {followUp.title} ({format.shortDate(followUp.dueOn)}, {followUp.owner.name})
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  sheet: { containerType: 'inline-size' },
  asOf: {
    ...typographyStyles.caption1,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
  },
  note: { margin: 0, padding: tokens.spacingHorizontalM, whiteSpace: 'pre-wrap' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    '@container (min-width: 720px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  questions: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});
