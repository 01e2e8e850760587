// Chances as rows: what to offer, and why, by the figures of comparable customers.
import { ArrowTrending20Regular, Box20Regular } from '@fluentui/react-icons';
import type { CustomerInsights } from '#contract/insight.ts';
import { useInsightMessages } from '../messages/insight-messages.ts';
import { Row, Rows } from '../ui/row.tsx';
import { useFormat } from '../use-format.ts';

type HintRowsProps = { insights: Pick<CustomerInsights, 'crossSelling' | 'upSelling'>; most?: number };

/** Groups to offer first, then groups to build on; nothing when there are none. */
export function HintRows({ insights, most = Infinity }: HintRowsProps) {
  const { hints: words } = useInsightMessages();
  const format = useFormat();
  const cross = insights.crossSelling.map(({ group, buyers, peers }) => ({
    key: `cross ${group.id}`,
    icon: <Box20Regular />,
    title: words.cross(group.name),
    detail: words.crossReason(format.number(buyers), format.number(peers), group.name),
  }));
  const up = insights.upSelling.map(({ group, ownCents, usualCents }) => ({
    key: `up ${group.id}`,
    icon: <ArrowTrending20Regular />,
    title: words.up(group.name),
    detail: words.upReason(format.wholeEuro(ownCents), format.wholeEuro(usualCents)),
  }));
  const rows = [...cross, ...up].slice(0, most);
  if (rows.length === 0) return null;
  return (
    <Rows label={words.title}>
      {rows.map(({ key, icon, title, detail }) => (
        <Row key={key} icon={icon} title={title} detail={detail} wrapsDetail />
      ))}
    </Rows>
  );
}
