// One follow-up: where it stands in To Do; move it, rename it, complete it or take that back.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { updateFollowUp, type FollowUp } from '#contract/follow-up.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { DateChoice } from '../ui/date-choice.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { View } from '../ui/view.tsx';
import { useSend } from '../use-send.ts';
import { FollowUpRow } from './follow-up-row.tsx';
import { useFollowUp } from './use-follow-up.ts';

type FollowUpScreenProps = { followUpId: string; onBack: () => void };

const maxTitle = 255;

export function FollowUpScreen({ followUpId, onBack }: FollowUpScreenProps) {
  const messages = useMessages();
  const state = useFollowUp(followUpId);
  if (state.reply) return <FollowUpView followUp={state.reply} onBack={onBack} onReload={state.reload} />;
  return (
    <View title={messages.followUp.title} onBack={onBack}>
      <Loaded state={state} waiting={<ViewSkeleton label={messages.common.loading} />}>
        {() => null}
      </Loaded>
    </View>
  );
}

type FollowUpViewProps = { followUp: FollowUp; onBack: () => void; onReload: () => void };

function FollowUpView({ followUp, onBack, onReload }: FollowUpViewProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.followUp;
  const [title, setTitle] = useState(followUp.title);
  const [dueOn, setDueOn] = useState<string | null>(followUp.dueOn);
  const { send, isSending, error, reset } = useSend(updateFollowUp);
  const options = { ifMatch: followUp.version };
  const isChanged = title.trim() !== followUp.title || dueOn !== followUp.dueOn;
  const isDone = followUp.completedAt !== null;
  const toggle = {
    id: 'toggle-follow-up',
    label: isDone ? words.reopen : words.completeShort,
    isBusy: isSending,
    onPress: () => send({ id: followUp.id, completed: !isDone }, options),
  };
  const save = {
    id: 'save-follow-up',
    label: words.save,
    isBusy: isSending,
    onPress: () => {
      if (title.trim() !== '' && dueOn !== null)
        send({ id: followUp.id, title: title.trim(), dueOn }, options);
    },
  };
  return (
    <View
      title={words.title}
      onBack={onBack}
      foot={
        <ActionBar
          label={words.title}
          isForm
          problem={
            error && !isSending ? (
              <ErrorNote
                error={error}
                title={words.notSaved}
                keepsInput
                onRetry={() => {
                  reset();
                  onReload();
                }}
              />
            ) : null
          }
          primary={isChanged ? save : toggle}
          secondary={isChanged ? [toggle] : []}
        />
      }
    >
      <ul className={styles.state}>
        <FollowUpRow followUp={followUp} />
      </ul>
      {!isDone && (
        <FormBody label={words.title} onSubmit={save.onPress}>
          <TextField label={words.form.what} value={title} maxLength={maxTitle} onChange={setTitle} />
          <Labelled label={words.form.when}>
            {(control) => (
              <DateChoice
                label={words.form.when}
                describedBy={control['aria-describedby']}
                value={dueOn}
                onChange={setDueOn}
              />
            )}
          </Labelled>
        </FormBody>
      )}
    </View>
  );
}

const useStyles = makeStyles({
  state: {
    listStyleType: 'none',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
});
