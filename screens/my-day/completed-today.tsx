// "Heute erledigt": folded away, to look back on.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, ChevronDown20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { MyDay } from '#contract/day.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { markedName } from '../ui/customer-marks.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { useFormat } from '../use-format.ts';

type CompletedTodayProps = {
  completed: MyDay['completedToday'];
  onOpenCustomer: (customerId: string) => void;
};

export function CompletedToday({ completed, onOpenCustomer }: CompletedTodayProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { myDay } = useWideMessages();
  const format = useFormat();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (completed.length === 0) return null;
  return (
    <section>
      <Button
        appearance="transparent"
        className={styles.head}
        icon={isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {myDay.completed.title(format.number(completed.length))}
      </Button>
      <div id={id} hidden={!isOpen}>
        <Rows>
          {completed.map((done) => (
            <Row
              key={done.id}
              icon={<CheckmarkCircle20Regular />}
              iconTone="success"
              title={done.title}
              detail={myDay.completed.entry(format.time(done.at), markedName(done.customer, messages))}
              onOpen={() => onOpenCustomer(done.customer.id)}
            />
          ))}
        </Rows>
      </div>
    </section>
  );
}

const useStyles = makeStyles({ head: { paddingInline: tokens.spacingHorizontalXS, minWidth: 0 } });
