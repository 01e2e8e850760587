// The parts of the preparation sheet: people, quotes, orders, money, complaints, product groups, prices heard.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { GroupDevelopment, Preparation, PriceHeard } from '#contract/visit-report.ts';
import { HintRows } from '../insight/hint-rows.tsx';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';

type PartProps = { sheet: Preparation };

export function People({ sheet }: PartProps) {
  const { sheet: words, plan } = useVisitMessages();
  const channels: Record<string, string> = words.channels;
  return (
    <Section title={words.people}>
      {sheet.people.length === 0 && <Quiet text={plan.noPeople} />}
      <Rows label={words.people}>
        {sheet.people.map((person) => (
          <Row
            key={person.id}
            title={person.name}
            detail={[
              person.jobTitle,
              person.phone,
              person.objections.length === 0
                ? null
                : `${words.objections}: ${person.objections.map((one) => channels[one] ?? one).join(', ')}`,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
            wrapsDetail
            {...(person.isExpected ? { right: words.expected } : {})}
          />
        ))}
      </Rows>
    </Section>
  );
}

export function Quotes({ sheet }: PartProps) {
  const format = useFormat();
  const words = useVisitMessages().sheet;
  return (
    <Section title={words.quotes}>
      {sheet.quotes.length === 0 && <Quiet text={words.noQuotes} />}
      <Rows label={words.quotes}>
        {sheet.quotes.map((quote) => {
          const isOver = quote.validUntil !== null && format.daysFromToday(quote.validUntil) < 0;
          return (
            <Row
              key={quote.id}
              title={`${quote.number} ${quote.title}`}
              detail={[
                quote.chancePercent === null ? null : words.chance(format.percent(quote.chancePercent)),
                quote.validUntil === null
                  ? null
                  : (isOver ? words.expired : words.validUntil)(format.shortDate(quote.validUntil)),
              ]
                .filter((part) => part !== null)
                .join(', ')}
              right={format.wholeEuro(quote.totalCents)}
            />
          );
        })}
      </Rows>
    </Section>
  );
}

export function Orders({ sheet }: PartProps) {
  const format = useFormat();
  const words = useVisitMessages().sheet;
  const { last12MonthsCents, previous12MonthsCents } = sheet.revenue;
  return (
    <Section title={words.orders}>
      <Quiet
        text={words.revenue(format.wholeEuro(last12MonthsCents), format.wholeEuro(previous12MonthsCents))}
      />
      {sheet.orders.length === 0 && <Quiet text={words.noOrders} />}
      <Rows label={words.orders}>
        {sheet.orders.slice(0, 4).map((order) => (
          <Row
            key={order.id}
            title={order.summary === '' ? order.number : order.summary}
            detail={`${order.number}, ${format.shortDate(order.orderedOn)}${order.deliveredOn === null ? `, ${words.notDelivered}` : ''}`}
            right={format.wholeEuro(order.totalCents)}
          />
        ))}
      </Rows>
    </Section>
  );
}

/** Terms, what is owed, and with whom we share this customer. */
export function Money({ sheet }: PartProps) {
  const words = useVisitMessages().sheet;
  return (
    <Section title={words.terms}>
      <Facts facts={useMoneyFacts(sheet)} />
    </Section>
  );
}

function useMoneyFacts({ customer, openItems }: Preparation): Fact[] {
  const format = useFormat();
  const words = useVisitMessages().sheet;
  const { paymentTermDays, competitor, shareOfWalletPercent } = customer;
  const { totalCents, overdueCents, oldestDueOn, reminderOn } = openItems;
  const overdue =
    overdueCents > 0 && oldestDueOn !== null
      ? words.overdue(format.euro(overdueCents), format.shortDate(oldestDueOn))
      : null;
  const reminder = reminderOn === null ? null : words.reminderOn(format.shortDate(reminderOn));
  const detail = [overdue, reminder].filter((part) => part !== null).join(', ');
  return [
    {
      name: words.openItems,
      value: totalCents === 0 ? words.nothingOpen : format.euro(totalCents),
      ...(detail === '' ? {} : { detail, isDanger: overdue !== null }),
    },
    ...(paymentTermDays === null
      ? []
      : [{ name: words.term, value: words.days(format.number(paymentTermDays)) }]),
    ...(competitor === null ? [] : [{ name: words.competitor, value: competitor }]),
    ...(shareOfWalletPercent === null
      ? []
      : [{ name: words.share, value: format.percent(shareOfWalletPercent) }]),
  ];
}

export function Complaints({ sheet }: PartProps) {
  const format = useFormat();
  const words = useVisitMessages().sheet;
  return (
    <Section title={words.complaints}>
      {sheet.complaints.length === 0 && <Quiet text={words.noComplaints} />}
      <Rows label={words.complaints}>
        {sheet.complaints.map((complaint) => (
          <Row
            key={complaint.id}
            title={complaint.title}
            detail={`${complaint.number}, ${format.shortDate(complaint.receivedAt)}`}
            right={words.complaintStates[complaint.state]}
            rightTone={complaint.state === 'open' ? 'danger' : 'neutral'}
          />
        ))}
      </Rows>
    </Section>
  );
}

const mostGroups = 6;
/** Below this change a group counts as steady. */
const steadyPercent = 10;

/** How what they buy develops, and what customers like them buy besides. */
export function Groups({ sheet }: PartProps) {
  const format = useFormat();
  const words = useVisitMessages().sheet;
  const bought = sheet.groups.filter((group) => group.isBought || group.previousYearCents > 0);
  const hasHints = sheet.hints.crossSelling.length + sheet.hints.upSelling.length > 0;
  return (
    <>
      <Section title={words.groups}>
        <Rows label={words.groups}>
          {bought.slice(0, mostGroups).map((group) => {
            const trend = trendOf(group);
            return (
              <Row
                key={group.id}
                title={group.name}
                detail={words.lastYear(
                  format.wholeEuro(group.lastYearCents),
                  format.wholeEuro(group.previousYearCents),
                )}
                right={words[trend]}
                rightTone={trend === 'shrinking' ? 'danger' : 'neutral'}
              />
            );
          })}
        </Rows>
      </Section>
      <Section title={words.chances}>
        {hasHints ? <HintRows insights={sheet.hints} /> : <Quiet text={words.noChances} />}
      </Section>
    </>
  );
}

function trendOf({ lastYearCents, previousYearCents }: GroupDevelopment): 'growing' | 'shrinking' | 'steady' {
  const change = lastYearCents - previousYearCents;
  if (Math.abs(change) * 100 < previousYearCents * steadyPercent || change === 0) return 'steady';
  return change > 0 ? 'growing' : 'shrinking';
}

export function Prices({ prices }: { prices: PriceHeard[] }) {
  const format = useFormat();
  const words = useVisitMessages().sheet;
  return (
    <Section title={words.prices}>
      {prices.length === 0 && <Quiet text={words.noPrices} />}
      <Rows label={words.prices}>
        {prices.map((price) => (
          <Row
            key={price.id}
            title={price.productText === '' ? (price.productGroup?.name ?? '') : price.productText}
            detail={[price.competitor, format.shortDate(price.heardOn)]
              .filter((part) => part !== '')
              .join(', ')}
            right={words.price(format.euro(price.priceCents), price.unit)}
          />
        ))}
      </Rows>
    </Section>
  );
}

function Quiet({ text }: { text: string }) {
  const styles = useStyles();
  return <p className={styles.quiet}>{text}</p>;
}

const useStyles = makeStyles({
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
