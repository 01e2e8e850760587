// One list: what is asked as a sentence and a count, the builder when it is open, the rows below.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { countList, runList, type listFields, type ListRow } from '#contract/list.ts';
import type { ListDefinition, ListSort } from '#contract/list-filter.ts';
import type { Reply } from '#contract/endpoint.ts';
import type { SavedList } from '#contract/saved-list.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useFrame } from '../use-frame.ts';
import { useReply } from '../use-reply.ts';
import { useWidth } from '../use-width.ts';
import { groupsOf, type Fields, type ListWords } from './fields.ts';
import { completeFilter, emptyFilter } from './filter-edit.ts';
import { filterSentence } from './filter-sentence.ts';
import { dueServices } from './list-start.ts';
import { ListBar, type Panel } from './list-bar.tsx';
import { ListPanel } from './list-panel.tsx';
import { ListTable } from './list-table.tsx';
import type { ListDraft } from './use-list-draft.ts';
import { useSettled } from './use-settled.ts';

type ListViewProps = {
  catalogue: Reply<typeof listFields>;
  draft: ListDraft;
  saved: SavedList | null;
  onList: (listId: string) => void;
  onOpen: (row: ListRow) => void;
};

export function ListView({ catalogue, draft, saved, onList, onOpen }: ListViewProps) {
  const styles = useStyles();
  const [panel, setPanel] = useState<Panel | null>(null);
  const words = useListWords();
  const fields: Fields = new Map(catalogue.fields.map((field) => [field.name, field]));
  const groups = groupsOf(catalogue.fields, words.language);
  const complete = definitionOf(draft.value, catalogue, fields);
  const asked = useSettled(complete);
  const sentence = filterSentence(asked.filter, fields, words);
  const bar = { draft, saved, definition: complete, panel, onPanel: setPanel, onList };
  return (
    <div className={styles.view}>
      <ListBar {...bar} />
      {panel !== null && <ListPanel {...bar} panel={panel} fields={fields} groups={groups} words={words} />}
      <p className={styles.sentence}>
        <HitCount definition={asked} />
        <span>{sentence === '' ? words.words.filter.none : sentence}</span>
      </p>
      <Rows definition={asked} {...{ fields, words, onOpen, draft }} />
    </div>
  );
}

/** How this reader's language names and writes things of a list. */
function useListWords(): ListWords {
  const { language } = useFrame();
  const { list } = useListMessages();
  return { language, words: list, format: useFormat() };
}

/** What is sent: finished conditions, known fields, the usual columns where none were chosen. */
function definitionOf(
  value: ListDefinition,
  catalogue: Reply<typeof listFields>,
  fields: Fields,
): ListDefinition {
  const known = value.columns.filter((name) => fields.has(name));
  const columns = known.length > 0 ? known : catalogue.columns;
  const sort = value.sort.filter((one) => fields.has(one.field));
  return {
    kind: catalogue.kind,
    filter: completeFilter(value.filter, fields),
    columns,
    sort: sort.length > 0 ? sort : usualSort(columns, fields),
  };
}

/** By the first column; days and moments with the latest first. */
function usualSort(columns: readonly string[], fields: Fields): ListSort[] {
  const first = fields.get(columns[0] ?? '');
  if (!first?.canSort) return [];
  return [{ field: first.name, descending: first.type === 'date' || first.type === 'moment' }];
}

function HitCount({ definition: { kind, filter } }: { definition: ListDefinition }) {
  const styles = useStyles();
  const format = useFormat();
  const { list: words } = useListMessages();
  const { reply } = useReply(countList, { kind, filter }, { keepPrevious: true });
  const text =
    reply === null ? '…' : reply.count === 1 ? words.oneHit : words.count(format.number(reply.count));
  return (
    <strong className={styles.count} aria-live="polite">
      {text}
    </strong>
  );
}

type RowsOfProps = {
  definition: ListDefinition;
  fields: Fields;
  words: ListWords;
  draft: ListDraft;
  onOpen: (row: ListRow) => void;
};

function Rows({ definition, fields, words, draft, onOpen }: RowsOfProps) {
  const isCards = useWidth() === 'narrow';
  const state = useReply(runList, { ...definition, limit: 50 }, { keepPrevious: true });
  const columns = definition.columns.flatMap((name) => fields.get(name) ?? []);
  const { empty } = words.words;
  const isAsked = definition.filter.parts.length > 0;
  const clear = { label: empty.clear, onPress: () => draft.change({ filter: emptyFilter }) };
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.words.loading} count={10} />}>
      {(reply) => {
        // until the new columns are there, the rows before them have fewer or more cells
        const isOfOtherColumns = reply.rows.some((row) => row.cells.length !== columns.length);
        if (isOfOtherColumns) return <RowsSkeleton label={words.words.loading} count={10} />;
        return reply.rows.length === 0 ? (
          <StateBlock {...emptyWords(definition, empty)} {...(isAsked ? { action: clear } : {})} />
        ) : (
          <ListTable
            key={JSON.stringify(definition)}
            {...{ definition, columns, words, onOpen, reply, isCards }}
            onSort={(sort) => draft.change({ sort })}
          />
        );
      }}
    </Loaded>
  );
}

/** Without a condition there is nothing of that kind; due services have words of their own. */
function emptyWords({ kind, filter }: ListDefinition, words: ListWords['words']['empty']) {
  const isAsked = filter.parts.length > 0;
  const { title, text, service, serviceDue } = words;
  if (kind !== 'service_interval') return { title, text: isAsked ? text : '' };
  if (!isAsked) return service;
  return JSON.stringify(filter) === JSON.stringify(dueServices) ? serviceDue : { title, text };
}

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    flexGrow: 1,
    minHeight: 0,
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalS}`,
    '@media (max-width: 599px)': { paddingInline: tokens.spacingHorizontalL, overflowY: 'auto' },
  },
  sentence: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
  count: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
});
