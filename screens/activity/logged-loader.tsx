// The logged state of a mail opened later: finds its entry among the customer's, then shows it.
import { Mail20Regular } from '@fluentui/react-icons';
import type { ComponentProps } from 'react';
import { listActivities } from '#contract/activity.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { View } from '../ui/view.tsx';
import { useReply } from '../use-reply.ts';
import { LoggedScreen } from './logged-screen.tsx';

type LoggedLoaderProps = Omit<ComponentProps<typeof LoggedScreen>, 'activity'> & {
  activityId: string;
  onBack: () => void;
};

const searched = 100;

export function LoggedLoader({ activityId, onBack, ...rest }: LoggedLoaderProps) {
  const messages = useMessages();
  const words = messages.activity.logged;
  const state = useReply(listActivities, { customerId: rest.cockpit.customer.id, limit: searched });
  const activity = state.reply?.items.find((each) => each.id === activityId);
  if (activity) return <LoggedScreen {...rest} activity={activity} />;
  return (
    <View title={words.saved} onBack={onBack}>
      <Loaded state={state} waiting={<ViewSkeleton label={messages.common.loading} />}>
        {() => <StateBlock icon={<Mail20Regular />} title={words.notFound} text={words.notFoundText} />}
      </Loaded>
    </View>
  );
}
