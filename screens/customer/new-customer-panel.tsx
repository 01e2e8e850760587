// "Neuer Kunde" in a panel at the side of a list.
import { Button, makeStyles, OverlayDrawer } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useRef, useState } from 'react';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { useRights } from '../use-me.ts';

const CreateCustomer = lazy(() =>
  import('./create-customer.tsx').then((module) => ({ default: module.CreateCustomer })),
);

/** The button and what it opens; nothing for those who may not create customers. */
export function NewCustomerPanel({ onOpenCustomer }: { onOpenCustomer: (id: string) => void }) {
  const styles = useStyles();
  const { may } = useRights();
  const { list, form } = useCustomerDataMessages();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLElement>(null);
  const leavingFor = useRef<string | null>(null);
  if (!may('customer.create')) return null;
  return (
    <>
      <Button
        icon={<Add20Regular />}
        onClick={(event) => {
          opener.current = event.currentTarget;
          setOpen(true);
        }}
      >
        {list.create}
      </Button>
      <OverlayDrawer
        position="end"
        open={isOpen}
        className={styles.panel}
        aria-label={form.create}
        surfaceMotion={{
          // The panel gives the page behind back to screen readers once the focus is there: only then one may leave.
          onMotionFinish: (_event, { direction }) => {
            if (direction !== 'exit') return;
            opener.current?.focus();
            if (leavingFor.current !== null) onOpenCustomer(leavingFor.current);
          },
        }}
        onOpenChange={(_event, data) => setOpen(data.open)}
      >
        <Suspense fallback={<ViewSkeleton label={form.create} />}>
          <CreateCustomer
            onClose={() => setOpen(false)}
            onCreated={(id) => {
              leavingFor.current = id;
              setOpen(false);
            }}
          />
        </Suspense>
      </OverlayDrawer>
    </>
  );
}

const useStyles = makeStyles({ panel: { width: 'min(420px, 100vw)', overflowY: 'auto' } });
