// Keeping a list: its name, who sees it, who changes it.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ListDefinition } from '#contract/list-filter.ts';
import { createSavedList, sharings, updateSavedList, type SavedList } from '#contract/saved-list.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useMe } from '../use-me.ts';
import { useSend } from '../use-send.ts';

type SaveListProps = {
  definition: ListDefinition;
  /** The list that is changed; null keeps a new one. */
  saved: SavedList | null;
  onDone: (list: SavedList) => void;
  onCancel: () => void;
};
type Sharing = Pick<SavedList, 'sharedWith' | 'editableBy'>;

/** Only the owner decides who else sees and changes a list. */
function isOwnedBy(saved: SavedList | null, userId: string | undefined): boolean {
  return saved === null || saved.owner?.id === userId;
}

export function SaveList({ definition, saved, onDone, onCancel }: SaveListProps) {
  const styles = useStyles();
  const { saved: words } = useListMessages().list;
  const notify = useNotify();
  const me = useMe().reply;
  const [name, setName] = useState(saved?.name ?? '');
  const [sharing, setSharing] = useState<Sharing>(saved ?? { sharedWith: 'own', editableBy: 'owner' });
  const isOwner = isOwnedBy(saved, me?.id);
  const handleDone = (list: SavedList) => {
    notify({ title: words.done });
    onDone(list);
  };
  const create = useSend(createSavedList, { onDone: handleDone });
  const update = useSend(updateSavedList, { onDone: handleDone });
  const error = create.error ?? update.error;
  const problems = useFieldProblems(error, name.trim() === '' ? { name: words.nameMissing } : {});
  const handleSubmit = () => {
    if (!problems.check()) return;
    const { sharedWith, editableBy } = sharing;
    const wanted = { name, definition, ...(isOwner ? { sharedWith, editableBy } : {}) };
    if (saved === null) create.send(wanted);
    else update.send({ id: saved.id, ...wanted }, { ifMatch: saved.version });
  };
  return (
    <FormBody label={words.label} onSubmit={handleSubmit} isFlush>
      <TextField
        label={words.name}
        value={name}
        maxLength={120}
        isRequired
        problem={problems.of('name')}
        onChange={setName}
      />
      {isOwner && <SharingFields sharing={sharing} onChange={setSharing} />}
      {error && <ErrorNote error={error} title={words.failed} keepsInput />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={create.isSending || update.isSending} onClick={handleSubmit}>
          {words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </FormBody>
  );
}

type SharingFieldsProps = { sharing: Sharing; onChange: (sharing: Sharing) => void };

function SharingFields({ sharing, onChange }: SharingFieldsProps) {
  const styles = useStyles();
  const { saved: words } = useListMessages().list;
  return (
    <>
      <p className={styles.label}>{words.shared}</p>
      <ChoiceButtons<Sharing['sharedWith']>
        label={words.shared}
        columns={3}
        choices={sharings.map((value) => ({ value, label: words.sharings[value] }))}
        value={sharing.sharedWith}
        onChange={(next) => onChange({ ...sharing, sharedWith: next ?? sharing.sharedWith })}
      />
      {sharing.sharedWith !== 'own' && (
        <>
          <p className={styles.label}>{words.editable}</p>
          <ChoiceButtons<Sharing['editableBy']>
            label={words.editable}
            columns={2}
            choices={(['owner', 'readers'] as const).map((value) => ({
              value,
              label: words.editables[value],
            }))}
            value={sharing.editableBy}
            onChange={(next) => onChange({ ...sharing, editableBy: next ?? sharing.editableBy })}
          />
          <p className={styles.note}>{words.rights}</p>
        </>
      )}
    </>
  );
}

const useStyles = makeStyles({
  label: { ...typographyStyles.body1, margin: 0, marginBottom: `calc(-1 * ${tokens.spacingVerticalS})` },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalS },
});
