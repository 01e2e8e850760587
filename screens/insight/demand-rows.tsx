// Expected demand as rows: the next order of a product group by its rhythm, and services whose months are over.
import { ArrowRepeatAll20Regular, Wrench20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { CustomerInsights } from '#contract/insight.ts';
import type { Format } from '../format.ts';
import { useInsightMessages, type InsightMessages } from '../messages/insight-messages.ts';
import { Row, Rows } from '../ui/row.tsx';
import { useFormat } from '../use-format.ts';

interface Demand {
  key: string;
  icon: ReactElement;
  title: string;
  detail: string;
  on: string;
}
type Words = InsightMessages['demand'];

type DemandRowsProps = {
  insights: CustomerInsights;
  /** Only what is due within so many days. */
  withinDays?: number;
  most?: number;
};

/** The earliest first; nothing when nothing is expected. */
export function DemandRows({ insights, withinDays = Infinity, most = Infinity }: DemandRowsProps) {
  const { demand: words } = useInsightMessages();
  const format = useFormat();
  const rows = demandOf(insights, words, format)
    .filter((one) => format.daysFromToday(one.on) <= withinDays)
    .slice(0, most);
  if (rows.length === 0) return null;
  return (
    <Rows label={words.title}>
      {rows.map(({ key, icon, title, detail, on }) => (
        <Row
          key={key}
          icon={icon}
          title={title}
          detail={detail}
          wrapsDetail
          right={format.relativeDay(on)}
          {...lateness(on, words, format)}
        />
      ))}
    </Rows>
  );
}

/** Orders and services expected, by day. */
export function demandOf(insights: CustomerInsights, words: Words, format: Format): Demand[] {
  const reorders = insights.reorders.map(({ group, everyDays, lastOn, expectedOn }) => ({
    key: `group ${group.id}`,
    icon: <ArrowRepeatAll20Regular />,
    title: group.name,
    detail:
      everyDays === 1
        ? words.reorderDaily(format.shortDate(lastOn))
        : words.reorder(format.number(everyDays), format.shortDate(lastOn)),
    on: expectedOn,
  }));
  const services = insights.services.map(({ id, subject, everyMonths, lastOn, nextOn }) => ({
    key: `service ${id}`,
    icon: <Wrench20Regular />,
    title: subject,
    detail:
      lastOn === null
        ? words.serviceFirst(format.number(everyMonths))
        : words.service(format.number(everyMonths), format.date(lastOn)),
    on: nextOn,
  }));
  return [...reorders, ...services].sort((a, b) => a.on.localeCompare(b.on));
}

function lateness(on: string, words: Words, format: Format) {
  const days = -format.daysFromToday(on);
  if (days < 1) return {};
  const rightDetail = days === 1 ? words.overdueOneDay : words.overdue(format.number(days));
  return { rightDetail, rightTone: 'warning' as const };
}
