// One hit: icon of its kind, title, what tells it apart, the passage that was found, and when it was.
import { Badge, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
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
import { useWideMessages } from '../messages/wide-messages.ts';
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
  const { search: words } = useWideMessages();
  return (
    <>
      <span className={styles.icon} aria-hidden>
        {icons[hit.kind]}
      </span>
      <span className={styles.words}>
        <span className={styles.name} title={hit.title}>
          <Marked text={hit.title} marks={hit.titleMarks} />
        </span>
        <span className={styles.detail} title={hit.detail}>
          <Marked text={hit.detail} marks={hit.detailMarks} />
        </span>
        {hit.passage && (
          <span className={styles.passage}>
            <Marked text={hit.passage.text} marks={hit.passage.marks} />
          </span>
        )}
      </span>
      {hit.isArchived && (
        <Badge appearance="tint" color="informative">
          {words.archived}
        </Badge>
      )}
      {hit.at !== null && <span className={styles.at}>{format.date(hit.at)}</span>}
      {hit.rating && hit.kind === 'customer' && <RatingMark rating={hit.rating} />}
    </>
  );
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
