// Defining an attribute, or changing one: names, type, choices, who sees it; retiring keeps values, deleting needs none.
import { Button, Checkbox, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  createAttribute,
  deleteAttribute,
  updateAttribute,
  type Attribute,
  type AttributeInUse,
} from '#contract/attribute.ts';
import { attributeLabel } from '../attributes/attribute-text.ts';
import type { CallError } from '../call.ts';
import { useAttributeMessages } from '../messages/attribute-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useFrame } from '../use-frame.ts';
import { useSend } from '../use-send.ts';
import { draftOf, draftProblems, hasChoices, isForStaff, type AttributeDraft } from './attribute-draft.ts';
import { ChoicesField } from './choices-field.tsx';
import { KindFields, RoleFields } from './attribute-form-fields.tsx';

type AttributeFormProps = { attribute: Attribute | null; onClose: () => void };

export function AttributeForm({ attribute, onClose }: AttributeFormProps) {
  const styles = useStyles();
  const words = useAttributeMessages();
  const { language } = useFrame();
  const notify = useNotify();
  const [draft, setDraft] = useState<AttributeDraft>(() => draftOf(attribute));
  const change = (part: Partial<AttributeDraft>) => setDraft((before) => ({ ...before, ...part }));
  const handleDone = () => {
    notify({ title: words.settings.saved });
    onClose();
  };
  const create = useSend(createAttribute, { onDone: handleDone });
  const update = useSend(updateAttribute, { onDone: handleDone });
  const error = create.error ?? update.error;
  const problems = useFieldProblems(error, draftProblems(draft, words.settings));
  const handleSubmit = () => {
    if (!problems.check()) return;
    const { recordKind, ...fields } = draft;
    const choices = hasChoices(fields.type) ? fields.choices : [];
    const wanted = { ...fields, choices, searchable: fields.searchable && isForStaff(fields.visibleTo) };
    if (attribute === null) create.send({ recordKind, ...wanted });
    else update.send({ id: attribute.id, ...wanted }, { ifMatch: attribute.version });
  };
  const title =
    attribute === null ? words.settings.add : words.settings.editTitle(attributeLabel(attribute, language));
  return (
    <div className={styles.form}>
      <FormBody label={title} onSubmit={handleSubmit} isFlush>
        <KindFields draft={draft} isNew={attribute === null} onChange={change} />
        <div className={styles.two}>
          {(['labelDe', 'labelEn'] as const).map((name) => (
            <TextField
              key={name}
              label={words.settings[name]}
              value={draft[name]}
              maxLength={100}
              isRequired
              problem={problems.of(name)}
              onChange={(value) => change({ [name]: value })}
            />
          ))}
        </div>
        {hasChoices(draft.type) && (
          <ChoicesField
            choices={draft.choices}
            problem={problems.of('choices')}
            onChange={(choices) => change({ choices })}
          />
        )}
        <TextField
          label={words.settings.group}
          hint={words.settings.groupHint}
          value={draft.group ?? ''}
          maxLength={100}
          onChange={(group) => change({ group: group.trim() === '' ? null : group })}
        />
        <Checkbox
          label={words.settings.isRequired}
          checked={draft.required}
          onChange={(_, data) => change({ required: data.checked === true })}
        />
        <RoleFields draft={draft} onChange={change} />
        {error && <Refusal error={error} isDeleting={false} />}
        <div className={styles.buttons}>
          <Button appearance="primary" disabled={create.isSending || update.isSending} onClick={handleSubmit}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
          {attribute && <EndButtons attribute={attribute} onDone={onClose} />}
        </div>
      </FormBody>
    </div>
  );
}

/** Retiring hides the attribute and keeps its values; deleting is only for what nobody uses. */
function EndButtons({ attribute, onDone }: { attribute: Attribute; onDone: () => void }) {
  const { settings: words } = useAttributeMessages();
  const notify = useNotify();
  const retire = useSend(updateAttribute, {
    onDone: () => {
      notify({ title: words.saved });
      onDone();
    },
  });
  const remove = useSend(deleteAttribute, {
    onDone: () => {
      notify({ title: words.deleted });
      onDone();
    },
  });
  const { id, version, retired } = attribute;
  const error = retire.error ?? remove.error;
  return (
    <>
      <Button
        title={words.retireHint}
        onClick={() => retire.send({ id, retired: !retired }, { ifMatch: version })}
      >
        {retired ? words.restore : words.retire}
      </Button>
      <Button appearance="subtle" onClick={() => remove.send({ id }, { ifMatch: version })}>
        {words.delete}
      </Button>
      {error && <Refusal error={error} isDeleting />}
    </>
  );
}

/** Says how many records stand against it. */
function Refusal({ error, isDeleting }: { error: CallError; isDeleting: boolean }) {
  const words = useAttributeMessages();
  if (error.code !== 'in_use') return <ErrorNote error={error} title={words.failed} keepsInput />;
  const { uses, failing } = error.current as AttributeInUse; // what the server sends along with in_use
  const sentence = isDeleting ? words.settings.inUse : words.settings.typeFails;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{sentence(String(uses), String(failing))}</MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  form: {
    margin: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
