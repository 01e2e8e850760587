// The buttons of a list: filter, columns, keep, link, export.
import { Badge, Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { ColumnTripleRegular, FilterRegular, SaveRegular } from '@fluentui/react-icons';
import type { ListDefinition } from '#contract/list-filter.ts';
import { updateSavedList, type SavedList } from '#contract/saved-list.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useSend } from '../use-send.ts';
import { ExportButtons } from './export-buttons.tsx';
import { countConditions } from './filter-edit.ts';
import { SavedActions } from './saved-choice.tsx';
import type { ListDraft } from './use-list-draft.ts';

export type Panel = 'filter' | 'columns' | 'save_new' | 'save_edit';

export type ListBarProps = {
  draft: ListDraft;
  saved: SavedList | null;
  definition: ListDefinition;
  panel: Panel | null;
  onPanel: (panel: Panel | null) => void;
  onList: (listId: string) => void;
};

export function ListBar({ draft, saved, definition, panel, onPanel, onList }: ListBarProps) {
  const styles = useStyles();
  const { list: words } = useListMessages();
  const toggle = (which: Panel) => onPanel(panel === which ? null : which);
  const asked = countConditions(draft.value.filter);
  return (
    <div className={styles.bar}>
      <ToggleButton checked={panel === 'filter'} icon={<FilterRegular />} onClick={() => toggle('filter')}>
        {words.filter.show}
        {asked > 0 && (
          <Badge className={styles.badge} appearance="tint" color="informative" aria-hidden>
            {asked}
          </Badge>
        )}
      </ToggleButton>
      <ToggleButton
        checked={panel === 'columns'}
        icon={<ColumnTripleRegular />}
        onClick={() => toggle('columns')}
      >
        {words.columns.title}
      </ToggleButton>
      <KeepButtons {...{ draft, saved, definition, onList }} onToggle={toggle} />
      <div className={styles.right}>
        <ExportButtons definition={definition} name={saved?.name ?? words.kinds[definition.kind]} />
      </div>
    </div>
  );
}

type KeepButtonsProps = Pick<ListBarProps, 'draft' | 'saved' | 'definition' | 'onList'> & {
  onToggle: (panel: Panel) => void;
};

/** A new list is kept; a kept one is changed, kept as another one, renamed, linked to, deleted. */
function KeepButtons({ draft, saved, definition, onList, onToggle }: KeepButtonsProps) {
  const { saved: words } = useListMessages().list;
  const saveNew = (
    <Button icon={<SaveRegular />} onClick={() => onToggle('save_new')}>
      {saved === null ? words.save : words.saveAs}
    </Button>
  );
  if (saved === null) return saveNew;
  return (
    <>
      {saved.canEdit && draft.isChanged && (
        <SaveChange saved={saved} definition={definition} onDone={draft.clear} />
      )}
      {draft.isChanged && saveNew}
      <SavedActions saved={saved} onEdit={() => onToggle('save_edit')} onDeleted={() => onList('')} />
    </>
  );
}

type SaveChangeProps = { saved: SavedList; definition: ListDefinition; onDone: () => void };

function SaveChange({ saved, definition, onDone }: SaveChangeProps) {
  const { saved: words } = useListMessages().list;
  const notify = useNotify();
  const { send, isSending } = useSend(updateSavedList, {
    onDone: () => {
      onDone();
      notify({ title: words.done });
    },
    onFailed: () => notify({ title: words.failed, intent: 'warning' }),
  });
  return (
    <Button
      appearance="primary"
      disabled={isSending}
      onClick={() => send({ id: saved.id, definition }, { ifMatch: saved.version })}
    >
      {words.save}
    </Button>
  );
}

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  badge: { marginInlineStart: tokens.spacingHorizontalXS },
  right: { marginInlineStart: 'auto', '@media (max-width: 599px)': { marginInlineStart: 0 } },
});
