// Blocking a customer: the reason is what everybody reads from then on.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Customer } from '#contract/customer.ts';
import { moveCustomer } from '#contract/customer-moves.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useSend } from '../use-send.ts';
import { useFormProblems } from './form-problems.ts';

type BlockCustomerProps = { customer: Customer; onClose: () => void };

export function BlockCustomer({ customer, onClose }: BlockCustomerProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { state: words } = useCustomerDataMessages();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const { send, isSending, error } = useSend(moveCustomer, {
    onDone: () => {
      notify({ title: words.blockDone(customer.name) });
      onClose();
    },
  });
  const problems = useFormProblems(error, reason.trim() === '' ? { reason: messages.common.required } : {});
  const handleSubmit = () => {
    if (!problems.check()) return;
    send({ id: customer.id, move: 'block', reason: reason.trim() }, { ifMatch: customer.version });
  };
  return (
    <View
      title={words.blockTitle}
      onBack={onClose}
      foot={
        <ActionBar
          label={words.blockTitle}
          isForm
          note={customer.name}
          problem={error && !isSending && <ErrorNote error={error} title={words.failed} keepsInput />}
          primary={{ id: 'block-customer', label: words.block, isBusy: isSending, onPress: handleSubmit }}
          secondary={[{ id: 'cancel-block', label: messages.common.cancel, onPress: onClose }]}
        />
      }
    >
      <FormBody label={words.blockTitle} onSubmit={handleSubmit}>
        <p className={styles.text}>{words.blockText}</p>
        <TextField
          label={words.reason}
          isRequired
          rows={3}
          maxLength={500}
          value={reason}
          problem={problems.of('reason')}
          onChange={setReason}
        />
      </FormBody>
    </View>
  );
}

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});
