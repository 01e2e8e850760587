// The group of companies around a customer, from its head down, with what it brings together.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Building20Regular } from '@fluentui/react-icons';
import type { Customer } from '#contract/customer.ts';
import { getCustomerGroup, type GroupMember } from '#contract/customer-moves.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { LoadProblem } from '../ui/load-problem.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';

type GroupSectionProps = { customer: Customer; onOpenCustomer: (id: string) => void };

/** Nothing is drawn for a customer that stands alone. */
export function GroupSection({ customer, onOpenCustomer }: GroupSectionProps) {
  const styles = useStyles();
  const format = useFormat();
  const { group: words } = useCustomerDataMessages();
  const { reply, error, reload } = useReply(getCustomerGroup, { id: customer.id });
  if (error && !reply && customer.parent !== null) {
    return (
      <Section title={words.title}>
        <LoadProblem error={error} onRetry={reload} />
      </Section>
    );
  }
  if (!reply || reply.memberCount < 2) return null;
  const { members, memberCount, revenue12MonthsCents: sum } = reply;
  const isThis = (member: GroupMember) => member.id === customer.id;
  const more = memberCount - members.length;
  return (
    <Section title={words.title} aside={words.count(format.number(memberCount))}>
      <Rows label={words.title}>
        {members.map((member) => (
          <Row
            key={member.id}
            icon={<Building20Regular />}
            title={<span className={isThis(member) ? styles.this : undefined}>{member.name}</span>}
            marks={<CustomerMarks customer={member} />}
            detail={detailOf(member, isThis(member), words)}
            onOpen={isThis(member) ? undefined : () => onOpenCustomer(member.id)}
            {...(member.revenue12MonthsCents === null
              ? {}
              : { right: format.wholeEuro(member.revenue12MonthsCents), isRightQuiet: true })}
          />
        ))}
      </Rows>
      {more > 0 && <p className={styles.note}>{words.more(format.number(more))}</p>}
      {sum !== null && <p className={styles.sum}>{words.sum(format.wholeEuro(sum))}</p>}
      <p className={styles.note}>{words.visible}</p>
    </Section>
  );
}

function detailOf(
  { depth, parentId, city }: GroupMember,
  isThis: boolean,
  words: ReturnType<typeof useCustomerDataMessages>['group'],
): string {
  const isHead = depth === 0 && parentId === null;
  return [isThis ? words.this : null, isHead ? words.head : null, city].filter(Boolean).join(' · ');
}

const useStyles = makeStyles({
  this: { fontWeight: tokens.fontWeightSemibold },
  sum: { ...typographyStyles.body1, margin: 0 },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
