// Which kept list is open, and what can be done with it.
import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { DeleteRegular, EditRegular, LinkRegular } from '@fluentui/react-icons';
import { deleteSavedList, listSavedLists, type SavedList } from '#contract/saved-list.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useMe } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

type SavedChoiceProps = { saved: SavedList | null; onChoose: (listId: string) => void };

export function SavedChoice({ saved, onChoose }: SavedChoiceProps) {
  const styles = useStyles();
  const { list } = useListMessages();
  const { saved: words, kinds } = list;
  const me = useMe().reply;
  const items = useReply(listSavedLists, {}).reply?.items ?? [];
  const shownKinds = [...new Set(items.map((one) => one.definition.kind))];
  const nameOf = ({ name, owner }: SavedList) =>
    owner === null || owner.id === me?.id ? name : words.by(name, owner.name);
  return (
    <Select
      aria-label={words.label}
      className={styles.select}
      value={saved?.id ?? ''}
      onChange={(_event, data) => onChoose(data.value)}
    >
      <option value="">{words.none}</option>
      {shownKinds.map((kind) => (
        <optgroup key={kind} label={kinds[kind]}>
          {items
            .filter((one) => one.definition.kind === kind)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}

type SavedActionsProps = { saved: SavedList; onEdit: () => void; onDeleted: () => void };

/** For the list that is open: its link, its name and sharing, its end. */
export function SavedActions({ saved, onEdit, onDeleted }: SavedActionsProps) {
  const { saved: words } = useListMessages().list;
  const notify = useNotify();
  const me = useMe().reply;
  const mayDelete = saved.owner?.id === me?.id || me?.role === 'admin';
  const { send, isSending } = useSend(deleteSavedList, {
    onDone: () => {
      notify({ title: words.deleted });
      onDeleted();
    },
    onFailed: () => notify({ title: words.failed, intent: 'warning' }),
  });
  const handleCopy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    notify({ title: words.copied });
  };
  const handleDelete = () => {
    if (window.confirm(words.deleteAsk(saved.name))) send({ id: saved.id }, { ifMatch: saved.version });
  };
  return (
    <>
      <Button
        appearance="subtle"
        icon={<LinkRegular />}
        aria-label={words.copy}
        title={words.copy}
        onClick={() => void handleCopy()}
      />
      {saved.canEdit && (
        <Button
          appearance="subtle"
          icon={<EditRegular />}
          aria-label={words.edit}
          title={words.edit}
          onClick={onEdit}
        />
      )}
      {mayDelete && (
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={words.delete}
          title={words.delete}
          disabled={isSending}
          onClick={handleDelete}
        />
      )}
    </>
  );
}

const useStyles = makeStyles({
  select: {
    minWidth: 0,
    maxWidth: '480px',
    flex: '1 1 220px',
    [`& select`]: { paddingRight: tokens.spacingHorizontalXXL },
  },
});
