// "Listen": any kind of record, filtered, ordered, added up, kept and shared.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { getSavedList } from '#contract/saved-list.ts';
import { listFields, type ListRow } from '#contract/list.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useReply } from '../use-reply.ts';
import { ListHead } from './list-head.tsx';
import { ListView } from './list-view.tsx';
import { useListDraft } from './use-list-draft.ts';

export type ListsPageProps = {
  /** A kept list that a link opens, or the kind of a new one; empty for a new one of customers. */
  listId: string;
  onList: (listId: string) => void;
  onOpenCustomer: (id: string) => void;
  onOpenComplaint: (id: string) => void;
  onSettings: () => void;
};

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function ListsPage(props: ListsPageProps) {
  const { listId, onList } = props;
  const styles = useStyles();
  const { list: words } = useListMessages();
  const isNew = !idPattern.test(listId);
  const saved = useReply(getSavedList, isNew ? null : { id: listId });
  const isGone = saved.error?.code === 'not_found';
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{words.title}</h1>
      {isNew && <ListPlace key={`new ${listId}`} {...props} saved={null} />}
      {!isNew && isGone && (
        <StateBlock
          isProblem
          title={words.saved.gone}
          text=""
          action={{ label: words.saved.none, onPress: () => onList('') }}
        />
      )}
      {!isNew && !isGone && (
        <Loaded state={saved} waiting={<RowsSkeleton label={words.loading} count={8} />}>
          {(list) => <ListPlace key={`${list.id} ${list.version}`} {...props} saved={list} />}
        </Loaded>
      )}
    </main>
  );
}

type ListPlaceProps = ListsPageProps & { saved: Parameters<typeof useListDraft>[0] };

/** A list and what was changed in it, which stays while one looks at a customer. */
function ListPlace({ saved, onOpenCustomer, onOpenComplaint, ...props }: ListPlaceProps) {
  const { list: words } = useListMessages();
  const draft = useListDraft(saved, saved === null ? props.listId : '');
  const { kind } = draft.value;
  const catalogue = useReply(listFields, { kind }, { freshMs: 5 * 60_000 });
  const handleOpen = (row: ListRow) =>
    kind === 'complaint' ? onOpenComplaint(row.id) : onOpenCustomer(row.customerId);
  return (
    <>
      <ListHead {...props} saved={saved} draft={draft} />
      <Loaded state={catalogue} waiting={<RowsSkeleton label={words.loading} count={8} />}>
        {(reply) => (
          <ListView
            key={kind}
            catalogue={reply}
            draft={draft}
            saved={saved}
            onList={props.onList}
            onOpen={handleOpen}
          />
        )}
      </Loaded>
    </>
  );
}

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXS}`,
    '@media (max-width: 599px)': { paddingInline: tokens.spacingHorizontalL },
  },
});
