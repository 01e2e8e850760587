// "Stammdaten": the fixed fields of a customer, one key and value per line; what is not known is left out.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Customer } from '#contract/customer.ts';
import type { Format } from '../format.ts';
import { useCustomerDataMessages, type CustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { useWideMessages, type WideMessages } from '../messages/wide-messages.ts';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import type { CustomerParts } from './customer-page.tsx';

export function FactsSection({ cockpit, onErrand }: Pick<CustomerParts, 'cockpit' | 'onErrand'>) {
  const styles = useStyles();
  const messages = useMessages();
  const { customerPage } = useWideMessages();
  const format = useFormat();
  const { may } = useRights();
  const data = useCustomerDataMessages();
  const rows = factRows(cockpit, { page: customerPage, data, messages }, format);
  const edit = may('customer.edit') && (
    <Link as="button" className={styles.edit} onClick={() => onErrand('edit_customer')}>
      {customerPage.facts.edit}
    </Link>
  );
  return (
    <Section title={customerPage.facts.title} {...(edit ? { aside: edit } : {})}>
      {rows.length === 0 && <p className={styles.none}>{customerPage.facts.none}</p>}
      <dl className={styles.facts}>
        {rows.map(([key, value]) => (
          <div key={key} className={styles.row}>
            <dt className={styles.key}>{key}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

interface FactWords {
  page: WideMessages['customerPage'];
  data: CustomerDataMessages;
  messages: Messages;
}

/** The territory, and the rule that gave it. */
function territoryText(
  { territory, territoryReason: reason }: Customer,
  { territoryRules }: CustomerDataMessages,
): string | null {
  if (territory === null) return null;
  return reason === null ? territory.name : `${territory.name}, ${territoryRules[reason.rule](reason.value)}`;
}

function factRows(
  { customer, productGroups }: Cockpit,
  { page: { facts, kinds }, data, messages }: FactWords,
  format: Format,
): [string, string][] {
  const share = customer.shareOfWalletPercent;
  return [
    ...known(facts.kind, customer.kind === 'private' && kinds.private),
    ...known(facts.phase, messages.cockpit.phases[customer.phase]),
    ...known(facts.targetGroup, customer.targetGroup),
    ...known(data.facts.sector, customer.sector),
    ...known(data.facts.group, customer.parent?.name),
    ...known(data.facts.territory, territoryText(customer, data)),
    ...known(facts.employees, customer.employees !== null && format.number(customer.employees)),
    ...termRows(customer, facts, format),
    ...known(facts.share, share !== null && facts.about(format.percent(share))),
    ...known(facts.productGroups, productGroups.join(', ')),
    ...known(facts.competitor, customer.competitor),
    ...known(facts.since, customer.customerSince && format.date(customer.customerSince)),
    ...known(facts.phone, customer.phone),
    ...known(data.facts.domains, customer.domains.join(', ')),
  ];
}

/** What is not known has no line. */
function known(key: string, value: string | null | undefined | false): [string, string][] {
  return value ? [[key, value]] : [];
}

type Facts = WideMessages['customerPage']['facts'];

/** Payment, credit and delivery as agreed. */
function termRows({ paymentTermDays: days, terms }: Customer, facts: Facts, format: Format) {
  const limit = terms?.creditLimitCents ?? null;
  const payment = [
    days === null ? '' : facts.termDays(format.number(days)),
    discountText(terms, facts, format),
  ];
  return [
    ...known(facts.terms, payment.filter(Boolean).join(', ')),
    ...known(facts.creditLimit, limit !== null && format.euro(limit)),
    ...known(facts.delivery, terms?.delivery),
  ];
}

function discountText(terms: Customer['terms'], facts: Facts, format: Format): string {
  if (terms === null || terms.discountPercent === null) return '';
  const { discountPercent: percent, discountDays: days } = terms;
  return facts.discount(
    format.percent(percent, decimalsOf(percent)),
    days === null ? null : format.number(days),
  );
}

/** 2 % stays 2 %, 2,5 % keeps its half. */
function decimalsOf(percent: number): number {
  return [0, 1].find((digits) => Number(percent.toFixed(digits)) === percent) ?? 2;
}

const useStyles = makeStyles({
  edit: { ...typographyStyles.caption1, minHeight: '24px' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  facts: { margin: 0 },
  row: { display: 'flex', columnGap: tokens.spacingHorizontalS, paddingBottom: tokens.spacingVerticalXS },
  key: {
    ...typographyStyles.caption1,
    flex: '0 0 88px',
    paddingTop: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
  },
  value: { ...typographyStyles.body1, margin: 0, minWidth: 0, hyphens: 'auto' },
});
