// The form for a record's attributes. When a colleague saved meanwhile, nothing is overwritten until one chooses.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import {
  updateRecordAttributes,
  type Attribute,
  type AttributeChanges,
  type RecordAttributes,
} from '#contract/attribute.ts';
import type { CallError } from '../call.ts';
import { useAttributeMessages, type AttributeMessages } from '../messages/attribute-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useSend } from '../use-send.ts';
import { AttributeField } from './attribute-field.tsx';
import { byGroup } from './attribute-text.ts';

type EditAttributesProps = {
  title: string;
  record: RecordAttributes;
  onClose: () => void;
  onReload: () => void;
  onSaved?: (version: number) => void;
};

export function EditAttributes({ title, record, onClose, onReload, onSaved }: EditAttributesProps) {
  const styles = useStyles();
  const words = useAttributeMessages();
  const notify = useNotify();
  const { recordKind, id, version, attributes, values } = record;
  const [changes, setChanges] = useState<AttributeChanges>({});
  const valueOf = ({ id: one }: Attribute) =>
    one in changes ? (changes[one] ?? null) : (values[one] ?? null);
  const { send, isSending, error } = useSend(updateRecordAttributes, {
    onDone: (saved) => {
      notify({ title: words.saved });
      onSaved?.(saved.version);
      onClose();
    },
  });
  const problems = useFieldProblems(error, problemsOf(attributes, valueOf, words));
  const theirs = currentOf(error);
  const handleSubmit = (at: number) => {
    if (problems.check()) send({ recordKind, id, values: changes }, { ifMatch: at });
  };
  const handleTheirs = () => {
    onReload();
    onClose();
  };
  return (
    <FormBody label={title} onSubmit={() => handleSubmit(version)} isFlush>
      {byGroup(attributes).map(({ group, members }) => (
        <div key={group ?? ''} className={styles.group}>
          {group !== null && <h3 className={styles.head}>{group}</h3>}
          {members.map((one) => (
            <AttributeField
              key={one.id}
              attribute={one}
              value={valueOf(one)}
              problem={problems.of(one.id)}
              onChange={(value) => setChanges((before) => ({ ...before, [one.id]: value }))}
            />
          ))}
        </div>
      ))}
      {theirs !== null && <Conflict onTheirs={handleTheirs} onMine={() => handleSubmit(theirs.version)} />}
      {error && theirs === null && <ErrorNote error={error} title={words.failed} keepsInput />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={isSending} onClick={() => handleSubmit(version)}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </FormBody>
  );
}

function Conflict({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) {
  const { conflict } = useAttributeMessages();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{conflict.title}</MessageBarTitle>
        {conflict.text}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onTheirs}>{conflict.theirs}</Button>
        <Button onClick={onMine}>{conflict.mine}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function currentOf(error: CallError | null): RecordAttributes | null {
  // what the server sends along with stale_version is the record as it is now
  return error?.code === 'stale_version' ? (error.current as RecordAttributes) : null;
}

function problemsOf(
  attributes: readonly Attribute[],
  valueOf: (attribute: Attribute) => unknown,
  words: AttributeMessages,
): Record<string, string> {
  const problems = attributes.flatMap((one) => {
    const value = valueOf(one);
    if (value === null) return one.required ? [[one.id, words.required]] : [];
    const wantsNumber = one.type === 'number' || one.type === 'money';
    return wantsNumber && typeof value !== 'number' ? [[one.id, words.notANumber]] : [];
  });
  return Object.fromEntries(problems) as Record<string, string>; // pairs of id and sentence
}

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    // a rail is narrower than Fluent's own least width
    '& [role="combobox"], & .fui-Dropdown, & .fui-Input': { minWidth: 0 },
  },
  head: { ...typographyStyles.caption1Strong, margin: 0 },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalS },
});
