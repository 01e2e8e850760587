// "Listen": any kind of record, filtered, ordered, added up, kept and shared.
import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { useListMessages } from '../messages/list-messages.ts';

type ListsPageProps = {
  /** A kept list that a link opens; empty for a new one. */
  listId: string;
  onList: (listId: string) => void;
  onOpenCustomer: (id: string) => void;
  onOpenComplaint: (id: string) => void;
  onSettings: () => void;
};

export function ListsPage({ listId }: ListsPageProps) {
  const styles = useStyles();
  const { list: words } = useListMessages();
  return (
    <main data-list={listId}>
      <h1 className={styles.title}>{words.title}</h1>
    </main>
  );
}

const useStyles = makeStyles({ title: { ...typographyStyles.subtitle1, margin: 0 } });
