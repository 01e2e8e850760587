// The button that does the task, and the other things one can do with it behind "…".
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import type { CustomerRef } from '#contract/customer.ts';
import type { DayTask } from '#contract/day.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { CallMenu } from './call-menu.tsx';
import { FollowUpItems } from './follow-up-items.tsx';

export interface TaskHandlers {
  onOpenCustomer: (customerId: string) => void;
  onOpenComplaint: (complaintId: string) => void;
  onOpenUrl: (url: string) => void;
  onSetFollowUp: (customer: CustomerRef) => void;
  onOpenFollowUp: (followUpId: string) => void;
}

type TaskActionsProps = TaskHandlers & { task: DayTask; title: string; isFirst: boolean };

export function TaskActions(props: TaskActionsProps) {
  const styles = useStyles();
  const { task, title, isFirst } = props;
  const { myDay } = useWideMessages();
  const complaint = 'complaint' in task ? task.complaint : null;
  const appearance = isFirst ? 'primary' : 'secondary';
  return (
    <>
      {isCall(task) ? (
        <CallMenu customer={task.customer} appearance={appearance} onOpenCustomer={props.onOpenCustomer} />
      ) : (
        <Button
          appearance={appearance}
          className={styles.main}
          aria-description={title}
          onClick={() =>
            complaint ? props.onOpenComplaint(complaint.id) : props.onOpenCustomer(task.customer.id)
          }
        >
          {complaint?.answeredAt ? myDay.solve : myDay.verbs[task.kind]}
        </Button>
      )}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={myDay.menu.label(title)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {task.kind === 'follow_up' && (
              <FollowUpItems
                followUp={task.followUp}
                onOpenUrl={props.onOpenUrl}
                onOpen={props.onOpenFollowUp}
              />
            )}
            {complaint && (
              <MenuItem onClick={() => props.onOpenComplaint(complaint.id)}>{myDay.menu.complaint}</MenuItem>
            )}
            <MenuItem onClick={() => props.onOpenCustomer(task.customer.id)}>{myDay.menu.customer}</MenuItem>
            {task.kind !== 'follow_up' && (
              <MenuItem onClick={() => props.onSetFollowUp(task.customer)}>{myDay.menu.followUp}</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}

/** A follow-up that asks for a call offers the numbers at once. */
const callWords = /rückruf|anruf|anrufen|telefon|zurückrufen|\bcall\b/i;

function isCall(task: DayTask): boolean {
  return task.kind === 'payment' || (task.kind === 'follow_up' && callWords.test(task.followUp.title));
}

const useStyles = makeStyles({
  main: {
    width: '120px',
    minWidth: 0,
    whiteSpace: 'nowrap',
    '@media (max-width: 599px)': { width: '112px', height: '40px' },
  },
});
