// The tabs of a customer's page: with less room, what were columns become tabs.
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Format } from '../format.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { useFormat } from '../use-format.ts';
import type { Width } from '../use-width.ts';

export type CustomerTab =
  | 'overview'
  | 'now'
  | 'history'
  | 'customer'
  | 'quotes'
  | 'orders'
  | 'projects'
  | 'complaints'
  | 'potential'
  | 'changes';

const first: Record<Width, CustomerTab[]> = {
  wide: ['overview'],
  middle: ['overview', 'customer'],
  narrow: ['now', 'history', 'customer'],
};

/** Those without figures (partners) see no documents with sums. */
export function tabsOf({ revenue }: Cockpit, width: Width): CustomerTab[] {
  const documents: CustomerTab[] = revenue === null ? [] : ['quotes', 'orders', 'projects'];
  const potential: CustomerTab[] = revenue === null ? [] : ['potential', 'changes'];
  return [...first[width], ...documents, 'complaints', ...potential];
}

/** The cockpit carries the newest ones; when it is full there may be more. */
const mostQuotes = 20;
const mostOrders = 10;

function upTo(most: number, count: number, format: Format): string {
  return count < most ? format.number(count) : `${format.number(most)}+`;
}

type CustomerTabsProps = {
  cockpit: Cockpit;
  tabs: CustomerTab[];
  tab: CustomerTab;
  onTab: (tab: CustomerTab) => void;
};

export function CustomerTabs({ cockpit, tabs, tab, onTab }: CustomerTabsProps) {
  const styles = useStyles();
  const format = useFormat();
  const words = useWideMessages().customerPage.tabs;
  const open = cockpit.complaints.filter((complaint) => complaint.state !== 'closed').length;
  const labels: Record<CustomerTab, string> = {
    overview: words.overview,
    now: words.now,
    history: words.history,
    customer: words.customer,
    quotes: words.quotes(upTo(mostQuotes, cockpit.quotes.length, format)),
    orders: words.orders(upTo(mostOrders, cockpit.orders.length, format)),
    projects: words.projects(format.number(cockpit.projects.length)),
    complaints: words.complaints(format.number(open)),
    potential: words.potential,
    changes: words.changes,
  };
  return (
    <div className={styles.strip}>
      <TabList
        aria-label={words.label}
        selectedValue={tab}
        // The values are those of the tabs below.
        onTabSelect={(_event, data) => onTab(data.value as CustomerTab)}
      >
        {tabs.map((value) => (
          <Tab key={value} value={value} className={styles.tab}>
            {labels[value]}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // On a phone the tabs move under the finger; the page itself never does.
    overflowX: 'auto',
    overflowY: 'hidden',
  },
  tab: { whiteSpace: 'nowrap', flexShrink: 0 },
});
