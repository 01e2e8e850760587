// The logged state of a mail opened later: finds its entry among the customer's, then shows it.
import { Mail20Regular } from '@fluentui/react-icons';
import type { ComponentProps } from 'react';
import { listActivities, type Activity } from '#contract/activity.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { View } from '../ui/view.tsx';
import { useReply } from '../use-reply.ts';
import { LoggedScreen } from './logged-screen.tsx';

type LoggedLoaderProps = Omit<ComponentProps<typeof LoggedScreen>, 'activity'> & {
  activityId: string;
  /** Known right after logging; otherwise looked for. */
  activity: Activity | null;
  onBack: () => void;
};

const searched = 100;
const everyMs = 3000;

/** Nothing of it is still on its way. */
function isSettled(activity: Activity | null): boolean {
  return activity !== null && activity.attachments.every((each) => each.state !== 'pending');
}

export function LoggedLoader({ activityId, activity: known, onBack, ...rest }: LoggedLoaderProps) {
  const messages = useMessages();
  const words = messages.activity.logged;
  const findIn = (items: Activity[] | undefined) => items?.find((each) => each.id === activityId) ?? null;
  const customerId = rest.cockpit.customer.id;
  const state = useReply(listActivities, isSettled(known) ? null : { customerId, limit: searched }, {
    everyMs: (reply) => (isSettled(findIn(reply?.items)) ? null : everyMs),
  });
  const activity = findIn(state.reply?.items) ?? known;
  if (activity) return <LoggedScreen {...rest} activity={activity} />;
  return (
    <View title={words.saved} onBack={onBack}>
      <Loaded state={state} waiting={<ViewSkeleton label={messages.common.loading} />}>
        {() => <StateBlock icon={<Mail20Regular />} title={words.notFound} text={words.notFoundText} />}
      </Loaded>
    </View>
  );
}
