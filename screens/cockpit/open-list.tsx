// "Offen": everything that waits at this customer, each row leading to its own view.
import { Button, makeStyles } from '@fluentui/react-components';
import { CommentError20Regular, DocumentText20Regular, Receipt20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Cockpit } from '#contract/cockpit.ts';
import { CompleteButton } from '../follow-up/complete-button.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import { openRows, type OpenRow } from './open-rows.ts';
import type { GoTo } from './place.ts';

const shownAtFirst = 6;
const icons = {
  complaint: <CommentError20Regular />,
  quote: <DocumentText20Regular />,
  open_items: <Receipt20Regular />,
};

type OpenListProps = { cockpit: Cockpit; onGoTo: GoTo };

/** Sorted by due time; more than six fold behind a link. */
export function OpenList({ cockpit, onGoTo }: OpenListProps) {
  const messages = useMessages();
  const format = useFormat();
  const styles = useStyles();
  const { reply: me } = useMe();
  const [showsAll, setShowsAll] = useState(false);
  const rows = openRows(cockpit, me?.id ?? null, messages, format);
  const shown = showsAll ? rows : rows.slice(0, shownAtFirst);
  const rest = rows.length - shown.length;
  return (
    <Section title={messages.cockpit.open.title} aside={format.number(rows.length)}>
      {rows.length === 0 && <p className={styles.empty}>{messages.cockpit.open.empty}</p>}
      <Rows>
        {shown.map((row) => (
          <OpenListRow key={row.key} row={row} onGoTo={onGoTo} />
        ))}
      </Rows>
      {rest > 0 && (
        <Button appearance="transparent" size="small" onClick={() => setShowsAll(true)}>
          {messages.cockpit.warnings.more(format.number(rest))}
        </Button>
      )}
    </Section>
  );
}

function OpenListRow({ row, onGoTo }: { row: OpenRow; onGoTo: GoTo }) {
  const { complaint, followUp } = row;
  return (
    <Row
      title={row.title}
      detail={row.detail}
      right={row.right}
      {...(row.rightDetail === undefined ? {} : { rightDetail: row.rightDetail })}
      {...(row.rightTone === undefined ? {} : { rightTone: row.rightTone })}
      {...(row.kind === 'follow_up' ? {} : { icon: icons[row.kind] })}
      {...(followUp ? { lead: <CompleteButton followUp={followUp} /> } : {})}
      {...(complaint ? { onOpen: () => onGoTo({ kind: 'complaint', complaintId: complaint.id }) } : {})}
      {...(followUp ? { onOpen: () => onGoTo({ kind: 'follow_up', followUpId: followUp.id }) } : {})}
    />
  );
}

const useStyles = makeStyles({ empty: { margin: 0 } });
