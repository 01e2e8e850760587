// A follow-up as a row: title, day, and its way to To Do.
import { CalendarClock20Regular } from '@fluentui/react-icons';
import type { FollowUp } from '#contract/follow-up.ts';
import { Row } from '../ui/row.tsx';
import { useFormat } from '../use-format.ts';
import { TransferState } from './transfer-state.tsx';

export function FollowUpRow({ followUp }: { followUp: FollowUp }) {
  const format = useFormat();
  const relative = format.relativeDay(followUp.dueOn);
  const plain = format.weekdayDate(followUp.dueOn);
  return (
    <Row
      icon={<CalendarClock20Regular />}
      title={followUp.title}
      detail={<TransferState followUp={followUp} />}
      right={relative}
      {...(relative === plain ? {} : { rightDetail: plain })}
    />
  );
}
