// "Änderungen" at the foot of a record, closed until asked for: most people open a record for what it says now.
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { AuditedKind } from '#contract/audit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useMe } from '../use-me.ts';

const ChangeList = lazy(() => import('./change-list.tsx').then((module) => ({ default: module.ChangeList })));

type ChangesSectionProps = { recordKind: AuditedKind; recordId: string };

/** Nothing for partners, whom the changes do not concern. */
export function ChangesSection({ recordKind, recordId }: ChangesSectionProps) {
  const { common } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const role = useMe().reply?.role;
  if (role === undefined || role === 'partner') return null;
  return (
    <Section
      title={common.changes}
      aside={
        !isOpen && (
          <Button size="small" appearance="subtle" onClick={() => setOpen(true)}>
            {common.showChanges}
          </Button>
        )
      }
    >
      {isOpen && (
        <Suspense fallback={<RowsSkeleton label={common.loading} count={4} />}>
          <ChangeList recordKind={recordKind} recordId={recordId} />
        </Suspense>
      )}
    </Section>
  );
}
