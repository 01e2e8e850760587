// The rows of a list: a table where there is room, cards on a phone, page after page, the totals at the foot.
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { runList, type ListField, type ListRow } from '#contract/list.ts';
import type { ListDefinition } from '#contract/list-filter.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useReply } from '../use-reply.ts';
import { cellText, isFigure, labelOf, type ListWords } from './fields.ts';

export type RowsProps = {
  definition: ListDefinition;
  columns: readonly ListField[];
  words: ListWords;
  onOpen: (row: ListRow) => void;
};

/** Everything behind the first page; each page asks for the next when it is wanted. */
export function NextPages(props: RowsProps & { cursor: string | null; isCards: boolean }) {
  const { cursor, words } = props;
  const styles = useStyles();
  const [isWanted, setWanted] = useState(false);
  if (cursor === null) return null;
  if (isWanted) return <Page {...props} cursor={cursor} />;
  const button = <Button onClick={() => setWanted(true)}>{words.words.more}</Button>;
  if (props.isCards) return <li className={styles.more}>{button}</li>;
  return (
    <tbody>
      <tr>
        <td colSpan={props.columns.length} className={styles.more}>
          {button}
        </td>
      </tr>
    </tbody>
  );
}

function Page(props: RowsProps & { cursor: string; isCards: boolean }) {
  const { definition, cursor, isCards, words } = props;
  const state = useReply(runList, { ...definition, cursor });
  const waiting = <RowsSkeleton label={words.words.loading} count={3} />;
  return (
    <Loaded state={state} waiting={isCards ? <li>{waiting}</li> : <Wide {...props}>{waiting}</Wide>}>
      {({ rows, nextCursor }) => (
        <>
          {isCards ? <Cards {...props} rows={rows} /> : <TableRows {...props} rows={rows} />}
          <NextPages {...props} cursor={nextCursor} />
        </>
      )}
    </Loaded>
  );
}

function Wide({ columns, children }: Pick<RowsProps, 'columns'> & { children: ReactNode }) {
  return (
    <tbody>
      <tr>
        <td colSpan={columns.length}>{children}</td>
      </tr>
    </tbody>
  );
}

/** The first column opens the record. */
export function TableRows({ rows, columns, words, onOpen }: RowsProps & { rows: readonly ListRow[] }) {
  const styles = useStyles();
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={row.id} className={styles.row}>
          {columns.map((field, at) => {
            const text = cellText(field, row.cells[at] ?? null, words);
            return (
              <td key={field.name} className={mergeClasses(styles.cell, isFigure(field) && styles.figure)}>
                {at === 0 ? (
                  <>
                    <button type="button" className={styles.link} onClick={() => onOpen(row)}>
                      {text === '' ? words.words.untitled : text}
                    </button>
                    <CustomerMarks customer={row} />
                  </>
                ) : (
                  <span title={text}>{text}</span>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

/** On a phone: the first column as head, the others as name and value below it. */
export function Cards({ rows, columns, words, onOpen }: RowsProps & { rows: readonly ListRow[] }) {
  const styles = useStyles();
  return (
    <>
      {rows.map((row) => {
        const [head = '', ...texts] = columns.map((field, at) =>
          cellText(field, row.cells[at] ?? null, words),
        );
        return (
          <li key={row.id} className={styles.card}>
            <button type="button" className={styles.link} onClick={() => onOpen(row)}>
              {head === '' ? words.words.untitled : head}
            </button>
            <CustomerMarks customer={row} />
            <dl className={styles.facts}>
              {texts.map((text, at) => {
                const field = columns[at + 1];
                return field === undefined || text === '' ? null : (
                  <div key={field.name} className={styles.fact}>
                    <dt className={styles.name}>{labelOf(field, words)}</dt>
                    <dd className={styles.value}>{text}</dd>
                  </div>
                );
              })}
            </dl>
          </li>
        );
      })}
    </>
  );
}

const useStyles = makeStyles({
  more: { padding: tokens.spacingVerticalM, listStyleType: 'none' },
  row: { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    ...typographyStyles.body1,
    maxWidth: '320px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  figure: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  link: {
    ...typographyStyles.body1,
    minHeight: '24px',
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    textAlign: 'start',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-1px',
    },
  },
  card: {
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  facts: { margin: 0 },
  fact: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  name: { ...typographyStyles.caption1, flex: '0 0 40%', color: tokens.colorNeutralForeground3 },
  value: { ...typographyStyles.caption1, margin: 0, minWidth: 0 },
});
