// Beside a customer: with whom it may be there twice, and who became part of it of late. Nothing when there is neither.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Merge20Regular, People20Regular } from '@fluentui/react-icons';
import { listTwins, type DuplicatePair } from '#contract/duplicate.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { markedName } from '../ui/customer-marks.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import { useReply } from '../use-reply.ts';

type TwinNoteProps = { customerId: string; onCheck: (pair: DuplicatePair) => void };

const freshMs = 60_000;

/** Quiet when it cannot be known, too: it is only a hint. */
export function TwinNote({ customerId, onCheck }: TwinNoteProps) {
  const styles = useStyles();
  const { twin: words } = useDuplicateMessages();
  const { past } = useDuplicateMessages();
  const format = useFormat();
  const { may } = useRights();
  const { reply } = useReply(listTwins, may('customer.edit') ? { customerId } : null, { freshMs });
  if (reply === null || reply.pairs.length + reply.takenOver.length === 0) return null;
  return (
    <section aria-label={words.label} className={styles.note}>
      <Rows>
        {reply.pairs.map((pair) => (
          <TwinRow key={pair.id} {...{ customerId, pair, onCheck }} />
        ))}
        {reply.takenOver.map(({ id, name, by, at }) => (
          <Row
            key={id}
            icon={<Merge20Regular />}
            title={words.takenOver(name)}
            wrapsTitle
            detail={past.made(format.date(at), by?.name ?? null)}
            wrapsDetail
          />
        ))}
      </Rows>
    </section>
  );
}

function TwinRow({ customerId, pair, onCheck }: TwinNoteProps & { pair: DuplicatePair }) {
  const styles = useStyles();
  const messages = useMessages();
  const { twin: words, list } = useDuplicateMessages();
  const { one, other, reasons } = pair;
  const twin = one.id === customerId ? other : one;
  return (
    <Row
      icon={<People20Regular />}
      iconTone="warning"
      title={words.maybe(markedName(twin, messages))}
      wrapsTitle
      detail={reasons.map((reason) => messages.customer.suggestionReasons[reason]).join(' · ')}
      wrapsDetail
      actions={
        <Button
          size="small"
          className={styles.button}
          aria-label={list.mergeOf(one.name, other.name)}
          onClick={() => onCheck(pair)}
        >
          {list.merge}
        </Button>
      }
    />
  );
}

const useStyles = makeStyles({
  note: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
});
