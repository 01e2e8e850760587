// A list on screen: heads that sort, rows, and what the figures of all hits add up to.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDown16Regular, ArrowUp16Regular } from '@fluentui/react-icons';
import type { MouseEvent } from 'react';
import type { ListField, ListTotal, runList } from '#contract/list.ts';
import type { Reply } from '#contract/endpoint.ts';
import type { ListSort } from '#contract/list-filter.ts';
import { cellText, isFigure, labelOf, type ListWords } from './fields.ts';
import { Cards, NextPages, TableRows, type RowsProps } from './list-rows.tsx';
import { sortedBy } from './sort.ts';

type ListTableProps = RowsProps & {
  reply: Reply<typeof runList>;
  isCards: boolean;
  onSort: (sort: ListSort[]) => void;
};

export function ListTable(props: ListTableProps) {
  const { reply, isCards, columns, words, definition, onOpen } = props;
  const styles = useStyles();
  const rows = { definition, columns, words, onOpen };
  if (isCards) {
    return (
      <>
        <TotalFacts {...props} />
        <ul className={styles.cards} aria-label={words.words.kinds[definition.kind]}>
          <Cards {...rows} rows={reply.rows} />
          <NextPages {...rows} isCards cursor={reply.nextCursor} />
        </ul>
      </>
    );
  }
  return (
    // wide lists scroll inside, by keyboard too
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.words.kinds[definition.kind]}>
      <table className={styles.table}>
        <Heads {...props} />
        <TableRows {...rows} rows={reply.rows} />
        <NextPages {...rows} isCards={false} cursor={reply.nextCursor} />
        <Totals {...props} />
      </table>
    </div>
  );
}

function Heads({ columns, words, definition, onSort }: ListTableProps) {
  const styles = useStyles();
  const handle = (event: MouseEvent, field: ListField) =>
    onSort(sortedBy(definition.sort, field.name, event.shiftKey));
  return (
    <thead>
      <tr>
        {columns.map((field) => {
          const sort = definition.sort.find((one) => one.field === field.name);
          const label = labelOf(field, words);
          const direction = sort?.descending ? 'descending' : 'ascending';
          return (
            <th
              key={field.name}
              scope="col"
              aria-sort={sort ? direction : 'none'}
              className={mergeClasses(styles.head, isFigure(field) && styles.figure)}
            >
              {field.canSort ? (
                <button
                  type="button"
                  className={styles.sort}
                  title={words.words.sort.hint}
                  onClick={(event) => handle(event, field)}
                >
                  {label}
                  {sort && (sort.descending ? <ArrowDown16Regular /> : <ArrowUp16Regular />)}
                </button>
              ) : (
                label
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The sum, or the average where adding makes no sense; empty for what is no figure. */
function totalText(field: ListField, total: ListTotal | null | undefined, words: ListWords): string {
  if (!total) return '';
  const { sum, average } = total;
  const isMoney = field.type === 'money';
  if (sum !== null) return cellText(field, isMoney ? Math.round(sum) : sum, words);
  if (average === null) return '';
  return `Ø ${cellText(field, Math.round(average * 10) / 10, words)}`;
}

function averageText(field: ListField, total: ListTotal | null | undefined, words: ListWords): string {
  if (!total || total.sum === null || total.average === null) return '';
  const value = field.type === 'money' ? Math.round(total.average) : Math.round(total.average * 10) / 10;
  return `Ø ${cellText(field, value, words)}`;
}

function Totals({ columns, reply: { totals, count }, words }: ListTableProps) {
  const styles = useStyles();
  if (totals?.some((total) => total !== null) !== true) return null;
  const label = words.words.totals.ofAll(words.format.number(count ?? 0));
  return (
    <tfoot>
      <tr>
        {columns.map((field, at) => (
          <td key={field.name} className={mergeClasses(styles.total, isFigure(field) && styles.figure)}>
            {at === 0 && totals[0] === null ? label : totalText(field, totals[at], words)}
            <span className={styles.average}>{averageText(field, totals[at], words)}</span>
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function TotalFacts({ columns, reply: { totals }, words }: ListTableProps) {
  const styles = useStyles();
  const facts = columns.flatMap((field, at) => {
    const text = totalText(field, totals?.[at], words);
    return text === '' ? [] : [{ label: labelOf(field, words), text }];
  });
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts} aria-label={words.words.totals.sum}>
      {facts.map(({ label, text }) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd className={styles.value}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  scroll: { overflow: 'auto', minHeight: 0, flexGrow: 1 },
  table: { borderCollapse: 'separate', borderSpacing: 0, minWidth: '100%' },
  head: {
    ...typographyStyles.caption1Strong,
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  figure: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  sort: {
    ...typographyStyles.caption1Strong,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  total: {
    ...typographyStyles.body1Strong,
    position: 'sticky',
    bottom: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  average: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
  cards: { margin: 0, padding: 0, listStyleType: 'none' },
  facts: { margin: 0, paddingBlock: tokens.spacingVerticalS, ...typographyStyles.caption1 },
  fact: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});
