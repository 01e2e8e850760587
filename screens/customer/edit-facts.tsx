// Changing the fixed fields of a customer. When a colleague saved meanwhile, nothing is overwritten until one chooses.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { updateCustomer, type Customer } from '#contract/customer.ts';
import type { CallError } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useDraft } from '../use-draft.ts';
import { useSend } from '../use-send.ts';
import { changesOf, factFieldsOf, factProblems, type FactFields } from './fact-fields.ts';

type EditFactsProps = { customer: Customer; onClose: () => void };

export function EditFacts({ customer, onClose }: EditFactsProps) {
  const messages = useMessages();
  const { editFacts: words, facts } = useWideMessages().customerPage;
  const notify = useNotify();
  const draft = useDraft<FactFields>(`facts:${customer.id}`, factFieldsOf(customer));
  const { value, change } = draft;
  const { send, isSending, error } = useSend(updateCustomer, {
    onDone: () => {
      draft.clear();
      notify({ title: words.saved });
      onClose();
    },
  });
  const theirs = currentOf(error);
  const problems = useFieldProblems(error, factProblems(value, words));
  const handleSubmit = (version: number) => {
    if (!problems.check()) return;
    send({ id: customer.id, ...changesOf(value) }, { ifMatch: version });
  };
  const handleLeave = () => {
    draft.clear();
    onClose();
  };
  const fields: [keyof FactFields, string][] = [
    ['targetGroup', facts.targetGroup],
    ['employees', facts.employees],
    ['shareOfWalletPercent', facts.share],
    ['competitor', facts.competitor],
    ['phone', facts.phone],
  ];
  return (
    <View
      title={words.heading}
      onBack={handleLeave}
      foot={
        <ActionBar
          label={words.heading}
          isForm
          note={customer.name}
          problem={
            <SaveProblem
              error={isSending ? null : error}
              theirs={theirs}
              onKeepMine={(version) => handleSubmit(version)}
              onTakeTheirs={handleLeave}
            />
          }
          primary={{
            id: 'submit-facts',
            label: words.save,
            isBusy: isSending,
            isDisabled: theirs !== null,
            onPress: () => handleSubmit(customer.version),
          }}
          secondary={[{ id: 'cancel-facts', label: messages.common.cancel, onPress: handleLeave }]}
        />
      }
    >
      <FormBody label={words.heading} onSubmit={() => handleSubmit(customer.version)}>
        {fields.map(([name, label]) => (
          <TextField
            key={name}
            label={label}
            maxLength={200}
            value={value[name]}
            problem={problems.of(name)}
            hint={theirs ? theirHint(theirs, name, value[name], words.theirs) : undefined}
            onChange={(text) => change({ [name]: text })}
          />
        ))}
      </FormBody>
    </View>
  );
}

type SaveProblemProps = {
  error: CallError | null;
  theirs: Customer | null;
  onKeepMine: (version: number) => void;
  onTakeTheirs: () => void;
};

function SaveProblem({ error, theirs, onKeepMine, onTakeTheirs }: SaveProblemProps) {
  const styles = useStyles();
  const { editFacts: words } = useWideMessages().customerPage;
  if (!error) return null;
  if (!theirs) return <ErrorNote error={error} title={words.failed} keepsInput />;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{words.staleTitle}</MessageBarTitle>
        {words.stale}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => onKeepMine(theirs.version)}>{words.keepMine}</Button>
        <Button onClick={onTakeTheirs}>{words.takeTheirs}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** The row as it is now, sent along by the server with 412. */
function currentOf(error: CallError | null): Customer | null {
  // The server checks the row against the contract before it sends it.
  return error?.code === 'stale_version' && error.current ? (error.current as Customer) : null;
}

function theirHint(
  theirs: Customer,
  name: keyof FactFields,
  mine: string,
  words: (value: string) => string,
): string | undefined {
  const value = factFieldsOf(theirs)[name];
  return value === mine ? undefined : words(value === '' ? '–' : value);
}

const useStyles = makeStyles({ body: { whiteSpace: 'normal' } });
