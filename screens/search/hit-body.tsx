// One hit: icon of its kind, title, what tells it apart, the passage that was found, and when it was.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  Attach20Regular,
  Building20Regular,
  Cart20Regular,
  ChatMultiple20Regular,
  CommentError20Regular,
  DocumentText20Regular,
  Person20Regular,
  Receipt20Regular,
  Wrench20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { SearchHit } from '#contract/search.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { RatingMark } from '../ui/rating-badge.tsx';
import { useFormat } from '../use-format.ts';
import { Marked } from './marked.tsx';

const icons: Record<SearchHit['kind'], ReactElement> = {
  customer: <Building20Regular />,
  contact: <Person20Regular />,
  complaint: <CommentError20Regular />,
  quote: <DocumentText20Regular />,
  order: <Cart20Regular />,
  invoice: <Receipt20Regular />,
  project: <Wrench20Regular />,
  activity: <ChatMultiple20Regular />,
  attachment: <Attach20Regular />,
};

export function HitBody({ hit }: { hit: SearchHit }) {
  const styles = useStyles();
  const format = useFormat();
  return (
    <>
      <span className={styles.icon} aria-hidden>
        {icons[hit.kind]}
      </span>
      <span className={styles.words}>
        <span className={styles.first}>
          <span className={styles.name} title={hit.title}>
            <Marked text={hit.title} marks={hit.titleMarks} />
          </span>
          {hit.kind === 'customer' && <CustomerMarks customer={hit.customer} />}
        </span>
        <span className={styles.first}>
          <span className={styles.detail} title={hit.detail}>
            <Marked text={hit.detail} marks={hit.detailMarks} />
          </span>
          {hit.kind !== 'customer' && <CustomerMarks customer={hit.customer} />}
        </span>
        {hit.passage && (
          <span className={styles.passage}>
            <Marked text={hit.passage.text} marks={hit.passage.marks} />
          </span>
        )}
      </span>
      {isArchivedItself(hit) && <CustomerMarks customer={{ marks: ['archived'] }} />}
      {hit.at !== null && <span className={styles.at}>{format.date(hit.at)}</span>}
      {hit.rating && hit.kind === 'customer' && <RatingMark rating={hit.rating} />}
    </>
  );
}

/** A person who is no longer there, at a customer who is. */
function isArchivedItself(hit: SearchHit): boolean {
  return hit.isArchived && !(hit.customer.marks ?? []).includes('archived');
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const useStyles = makeStyles({
  icon: { display: 'flex', flexShrink: 0 },
  words: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  first: { display: 'flex', alignItems: 'center', minWidth: 0 },
  name: { ...typographyStyles.body1, ...cut },
  detail: { ...typographyStyles.caption1, ...cut, color: tokens.colorNeutralForeground3 },
  passage: {
    ...typographyStyles.caption1,
    display: '-webkit-box',
    WebkitLineClamp: '2',
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground2,
  },
  at: { ...typographyStyles.caption1, flexShrink: 0, color: tokens.colorNeutralForeground3 },
});
