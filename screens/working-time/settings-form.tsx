// The frame of a form in these settings: title, save, cancel, delete, and what went wrong.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CallError } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWorkingTimeMessages } from '../messages/working-time-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { View } from '../ui/view.tsx';

type SettingsFormProps = {
  title: string;
  isBusy: boolean;
  error: CallError | null;
  onSave: () => void;
  onBack: () => void;
  remove?: { label: string; onPress: () => void } | null;
  children: ReactNode;
};

export function SettingsForm(props: SettingsFormProps) {
  const { title, isBusy, error, onSave, onBack, remove = null, children } = props;
  const styles = useStyles();
  const messages = useMessages();
  const words = useWorkingTimeMessages();
  const isStale = error?.code === 'stale_version';
  const problem = error && !isBusy && (
    <ErrorNote error={error} title={isStale ? words.stale : words.failed} keepsInput={!isStale} />
  );
  return (
    <View
      title={title}
      onBack={onBack}
      foot={
        <ActionBar
          label={title}
          problem={problem}
          primary={{ id: 'save-working-time', label: words.save, isBusy, onPress: onSave }}
          secondary={[{ id: 'cancel-working-time', label: messages.common.cancel, onPress: onBack }]}
          menu={remove === null ? [] : [{ id: 'remove-working-time', ...remove }]}
        />
      }
    >
      <div className={styles.form}>
        <FormBody label={title} onSubmit={onSave}>
          {children}
        </FormBody>
      </div>
    </View>
  );
}

const useStyles = makeStyles({ form: { maxWidth: '640px', paddingBottom: tokens.spacingVerticalM } });
