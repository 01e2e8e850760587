// What one can do with a follow-up from its row: done, another day, the mail it came from.
import { MenuItem } from '@fluentui/react-components';
import { updateFollowUp, type FollowUp } from '#contract/follow-up.ts';
import { addDays, shiftToWorkingDay } from '../calendar.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';

type FollowUpItemsProps = {
  followUp: FollowUp;
  onOpenUrl: (url: string) => void;
  onOpen: (followUpId: string) => void;
};

export function FollowUpItems({ followUp, onOpenUrl, onOpen }: FollowUpItemsProps) {
  const { myDay } = useWideMessages();
  const format = useFormat();
  const { complete, move } = useFollowUpMoves(followUp);
  const tomorrow = shiftToWorkingDay(addDays(format.today(), 1));
  const nextWeek = shiftToWorkingDay(addDays(format.today(), 7));
  const { mailLink } = followUp;
  return (
    <>
      <MenuItem onClick={complete}>{myDay.menu.complete}</MenuItem>
      <MenuItem onClick={() => move(tomorrow)}>{myDay.menu.tomorrow(dayName(tomorrow, format))}</MenuItem>
      <MenuItem onClick={() => move(nextWeek)}>{myDay.menu.nextWeek(format.weekdayDate(nextWeek))}</MenuItem>
      <MenuItem onClick={() => onOpen(followUp.id)}>{myDay.menu.openFollowUp}</MenuItem>
      {mailLink !== null && <MenuItem onClick={() => onOpenUrl(mailLink)}>{myDay.menu.mail}</MenuItem>}
    </>
  );
}

function dayName(day: string, format: ReturnType<typeof useFormat>): string {
  const relative = format.relativeDay(day);
  return /\d/.test(relative) ? relative : `${relative.toLowerCase()}, ${format.weekdayDate(day)}`;
}

/** Completes or moves; both can be taken back from the toast. */
function useFollowUpMoves(followUp: FollowUp) {
  const messages = useMessages();
  const { myDay } = useWideMessages();
  const format = useFormat();
  const notify = useNotify();
  const undo = useSend(updateFollowUp, {
    onFailed: (error) => notify({ title: messages.errors[error.code].title, intent: 'warning' }),
  });
  const change = useSend(updateFollowUp, {
    onDone: (saved, input) =>
      notify({
        title: input.completed
          ? messages.followUp.completedToast(saved.title)
          : myDay.moved(saved.title, format.weekdayDate(saved.dueOn)),
        action: {
          label: messages.common.undo,
          onPress: () =>
            undo.send(
              { id: saved.id, ...(input.completed ? { completed: false } : { dueOn: followUp.dueOn }) },
              { ifMatch: saved.version },
            ),
        },
      }),
    onFailed: (error, input) =>
      notify({
        title: `${input.completed ? messages.followUp.failedToComplete : myDay.notMoved}. ${messages.errors[error.code].why}`,
        intent: 'warning',
      }),
  });
  const options = { ifMatch: followUp.version };
  return {
    complete: () => change.send({ id: followUp.id, completed: true }, options),
    move: (dueOn: string) => change.send({ id: followUp.id, dueOn }, options),
  };
}
