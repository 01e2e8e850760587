// "Änderungen" of one record: who, when, which field from what to what, and taking it back where that is possible.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowUndo16Regular, History20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { undoActivity } from '#contract/activity.ts';
import { listAudit, undoChange, type AuditedKind, type AuditItem } from '#contract/audit.ts';
import type { CallError } from '../call.ts';
import { useAuditMessages } from '../messages/audit-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { ChangedFields } from './changed-fields.tsx';

type ChangeListProps = { recordKind: AuditedKind; recordId: string; cursor?: string };

export function ChangeList({ recordKind, recordId, cursor }: ChangeListProps) {
  const styles = useStyles();
  const words = useAuditMessages();
  const [showsOlder, setShowsOlder] = useState(false);
  const about = { recordKind, recordId };
  const state = useReply(listAudit, cursor === undefined ? about : { ...about, cursor });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={4} />}>
      {({ items, nextCursor, recordVersion }) => (
        <>
          {items.length === 0 && cursor === undefined && (
            <StateBlock icon={<History20Regular />} title={words.empty[recordKind]} text={words.emptyText} />
          )}
          {items.length > 0 && (
            <ul className={styles.list} aria-label={words.title}>
              {items.map((item) => (
                <ChangeItem key={item.id} item={item} recordVersion={recordVersion} />
              ))}
            </ul>
          )}
          {nextCursor !== null &&
            (showsOlder ? (
              <ChangeList {...about} cursor={nextCursor} />
            ) : (
              <Button appearance="subtle" className={styles.more} onClick={() => setShowsOlder(true)}>
                {words.older}
              </Button>
            ))}
        </>
      )}
    </Loaded>
  );
}

function ChangeItem({ item, recordVersion }: { item: AuditItem; recordVersion: number | null }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useAuditMessages();
  const what = words.actions[item.action] ?? words.other;
  const from = words.sources[item.source] ?? '';
  const who = [item.by?.name ?? words.system, from].filter(Boolean).join(', ');
  const isNamed =
    item.title !== null && (item.recordKind === 'activity' || item.recordKind === 'customer_address');
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={styles.what}>{isNamed ? `${what}: ${item.title}` : what}</span>
        <UndoButton item={item} what={what} recordVersion={recordVersion} />
      </div>
      <div className={styles.who}>
        {who} · <time dateTime={item.at}>{format.dateTime(item.at)}</time>
      </div>
      {!isOpening(item) && <ChangedFields changes={item.changes} />}
    </li>
  );
}

/** All that was filled in at the start is what the record shows anyway. */
function isOpening({ action, changes }: AuditItem): boolean {
  const isFirstImport = action.endsWith('.import') && changes.every(({ before }) => before === null);
  return isFirstImport || /\.(create|log|report)$/.test(action);
}

type UndoButtonProps = { item: AuditItem; what: string; recordVersion: number | null };

function UndoButton({ item, what, recordVersion }: UndoButtonProps) {
  const format = useFormat();
  const messages = useMessages();
  const words = useAuditMessages();
  const notify = useNotify();
  const viewedBy = useMe().reply?.viewedBy ?? null;
  const handlers = {
    onDone: () => notify({ title: words.undone }),
    onFailed: (error: CallError) =>
      notify({ title: `${words.notUndone}. ${messages.errors[error.code].why}`, intent: 'warning' as const }),
  };
  const fields = useSend(undoChange, handlers);
  const entry = useSend(undoActivity, handlers);
  if (item.undo === null || viewedBy !== null) return null;
  const handleUndo = () => {
    if (item.undo === 'entry') entry.send({ id: item.recordId });
    else if (recordVersion !== null) fields.send({ id: item.id }, { ifMatch: recordVersion });
  };
  return (
    <Button
      size="small"
      appearance="transparent"
      icon={<ArrowUndo16Regular />}
      aria-label={words.undoLabel(what, format.dateTime(item.at))}
      disabledFocusable={fields.isSending || entry.isSending}
      onClick={handleUndo}
    >
      {words.undo}
    </Button>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '&:last-child': { borderBottom: 'none' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '24px',
  },
  what: { ...typographyStyles.body1Strong, minWidth: 0, overflowWrap: 'anywhere' },
  who: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  more: { marginTop: tokens.spacingVerticalS },
});
