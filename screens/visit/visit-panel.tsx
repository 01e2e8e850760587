// Planning or moving a visit, in a panel at the side; the page behind stays where it is.
import { makeStyles, OverlayDrawer } from '@fluentui/react-components';
import type { RefObject } from 'react';
import type { CustomerRef } from '#contract/customer.ts';
import type { Visit } from '#contract/visit.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { PlanVisit } from './plan-visit.tsx';

type VisitPanelProps = {
  /** Null: closed. */
  customer: CustomerRef | null;
  /** The visit to be moved; null plans a new one. */
  visit: Visit | null;
  /** First day that comes into question. */
  from: string | null;
  /** What was pressed; it gets the focus back. */
  opener: RefObject<Element | null>;
  onClose: () => void;
  onDone: (visit: Visit) => void;
};

export function VisitPanel({ customer, visit, from, opener, onClose, onDone }: VisitPanelProps) {
  const styles = useStyles();
  const words = useVisitMessages().plan;
  return (
    <OverlayDrawer
      position="end"
      open={customer !== null}
      className={styles.panel}
      aria-label={visit === null ? words.title : words.move}
      surfaceMotion={{
        onMotionFinish: (_event, { direction }) => {
          if (direction === 'exit' && opener.current instanceof HTMLElement) opener.current.focus();
        },
      }}
      onOpenChange={(_event, data) => {
        if (!data.open) onClose();
      }}
    >
      {customer && (
        <PlanVisit
          key={`${customer.id} ${visit?.version ?? 0}`}
          customer={customer}
          visit={visit}
          from={from}
          onClose={onClose}
          onDone={onDone}
        />
      )}
    </OverlayDrawer>
  );
}

const useStyles = makeStyles({ panel: { width: 'min(440px, 100vw)', overflowY: 'auto' } });
