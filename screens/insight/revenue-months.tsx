// The link below the yearly bars that opens months, years and margin; what is behind it is downloaded when it is pressed.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useId, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { RowsSkeleton } from '../ui/skeletons.tsx';

const RevenueTables = lazy(() =>
  import('./revenue-table.tsx').then((module) => ({ default: module.RevenueTables })),
);

export function RevenueMonths({ customerId }: { customerId: string }) {
  const styles = useStyles();
  const { common, cockpit } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const words = cockpit.revenue;
  return (
    <div>
      <Button
        appearance="transparent"
        size="small"
        className={styles.button}
        icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
        iconPosition="after"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? words.hideMonths : words.showMonths}
      </Button>
      <div id={id}>
        {isOpen && (
          <Suspense fallback={<RowsSkeleton label={common.loading} count={6} />}>
            <RevenueTables customerId={customerId} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalS,
    // The words stand in line with the figures above; what a theme draws around a button stands outside of it.
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    color: tokens.colorBrandForegroundLink,
    justifyContent: 'start',
  },
});
