// A stored report as one reads it: result, story, agreements, what was talked about, answers and prices.
import { Badge, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { VisitReport } from '#contract/visit-report.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { useFormat } from '../use-format.ts';

export function ReportText({ report }: { report: VisitReport }) {
  const styles = useStyles();
  const format = useFormat();
  const { report: words, results } = useVisitMessages();
  return (
    <div className={styles.report}>
      <p className={styles.by}>{words.by(report.by.name, format.dateTime(report.visitedAt))}</p>
      <p className={styles.text}>
        <Badge appearance="outline" color="informative">
          {results[report.result]}
        </Badge>
      </p>
      {report.summary !== '' && <p className={styles.text}>{report.summary}</p>}
      <Facts facts={useFacts(report)} />
    </div>
  );
}

function useFacts(report: VisitReport): Fact[] {
  const format = useFormat();
  const { report: words, interests, sheet } = useVisitMessages();
  const groups = report.productGroups.map((group) => `${group.name} (${interests[group.interest]})`);
  const facts: Fact[] = [
    { name: words.people, value: report.peopleMet.map((person) => person.name).join(', ') },
    { name: words.presented, value: report.presented },
    {
      name: words.potential,
      value: report.potentialCents === null ? '' : format.wholeEuro(report.potentialCents),
    },
    { name: words.agreements, value: report.agreements },
    { name: words.next, value: report.nextVisitOn === null ? '' : format.date(report.nextVisitOn) },
    { name: words.groups, value: groups.join(', ') },
    ...report.answers.map(({ question, answer }) => ({ name: question, value: answer })),
    ...report.prices.map((price) => ({
      name: words.prices,
      value: `${price.productText === '' ? (price.productGroup?.name ?? '') : price.productText}: ${sheet.price(format.euro(price.priceCents), price.unit)}`,
      ...(price.competitor === '' ? {} : { detail: price.competitor }),
    })),
  ];
  return facts.filter((fact) => fact.value !== '');
}

const useStyles = makeStyles({
  report: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  by: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
