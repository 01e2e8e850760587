// What opens above the rows: the filter, the columns, or keeping the list.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { SavedList } from '#contract/saved-list.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { ColumnPicker } from './column-picker.tsx';
import type { FieldGroup, Fields, ListWords } from './fields.ts';
import { countConditions } from './filter-edit.ts';
import { FilterBuilder, isFilterFull } from './filter-builder.tsx';
import type { ListBarProps, Panel } from './list-bar.tsx';
import { SaveList } from './save-list.tsx';

type ListPanelProps = ListBarProps & {
  panel: Panel;
  fields: Fields;
  groups: readonly FieldGroup[];
  words: ListWords;
};

export function ListPanel(props: ListPanelProps) {
  const styles = useStyles();
  const { list } = useListMessages();
  const titles: Record<Panel, string> = {
    filter: list.filter.title,
    columns: list.columns.title,
    save_new: list.saved.saveAs,
    save_edit: list.saved.edit,
  };
  return (
    <section aria-label={titles[props.panel]} className={styles.panel}>
      <Content {...props} />
    </section>
  );
}

function Content({
  panel,
  draft,
  saved,
  definition,
  onPanel,
  onList,
  fields,
  groups,
  words,
}: ListPanelProps) {
  const { filter } = draft.value;
  switch (panel) {
    case 'filter':
      return (
        <FilterBuilder
          {...{ fields, groups, filter }}
          isFull={isFilterFull(countConditions(filter))}
          onChange={(next) => draft.change({ filter: next })}
        />
      );
    case 'columns':
      return (
        <ColumnPicker
          {...{ fields, groups, words }}
          columns={definition.columns}
          onChange={(columns) => draft.change({ columns })}
        />
      );
    default: {
      const handleDone = (list: SavedList) => {
        onPanel(null);
        draft.clear();
        onList(list.id);
      };
      return (
        <SaveList
          definition={definition}
          saved={panel === 'save_edit' ? saved : null}
          onDone={handleDone}
          onCancel={() => onPanel(null)}
        />
      );
    }
  }
}

const useStyles = makeStyles({
  panel: {
    maxHeight: '50vh',
    overflowY: 'auto',
    flexShrink: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 599px)': { maxHeight: 'none' },
  },
});
