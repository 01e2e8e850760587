// "Reklamationen": mine or all, open or closed, by deadline.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CommentError20Regular, DataBarVertical20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { ComplaintPages } from './complaint-pages.tsx';

type ComplaintListProps = {
  onOpen: (complaintId: string) => void;
  /** Leads to the figures; absent for those who see none. */
  onOpenAnalysis?: (() => void) | undefined;
};
type Whose = 'mine' | 'all';
type State = 'open' | 'closed';

export function ComplaintList({ onOpen, onOpenAnalysis }: ComplaintListProps) {
  const styles = useStyles();
  const words = useWideMessages().customerPage.complaintList;
  const [whose, setWhose] = useState<Whose>('mine');
  const [state, setState] = useState<State>('open');
  const nothing = whose === 'mine' ? words.emptyMine : words.emptyAll;
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <ChoiceButtons<Whose>
          label={words.filter}
          columns="row"
          choices={[
            { value: 'mine', label: words.mine },
            { value: 'all', label: words.all },
          ]}
          value={whose}
          onChange={(next) => setWhose(next ?? whose)}
        />
        <ChoiceButtons<State>
          label={words.state}
          columns="row"
          choices={[
            { value: 'open', label: words.open },
            { value: 'closed', label: words.closed },
          ]}
          value={state}
          onChange={(next) => setState(next ?? state)}
        />
        {onOpenAnalysis && (
          <Button icon={<DataBarVertical20Regular />} onClick={onOpenAnalysis}>
            {words.analysis}
          </Button>
        )}
      </div>
      <div className={styles.list}>
        <ComplaintPages
          // Another choice starts its pages anew.
          key={`${whose} ${state}`}
          query={{ state, ...(whose === 'mine' ? { mine: 'true' } : {}) }}
          showsCustomer
          onOpen={onOpen}
          empty={
            <StateBlock
              icon={<CommentError20Regular />}
              title={state === 'closed' ? words.emptyClosed : nothing}
              text={words.emptyText}
            />
          }
        />
      </div>
    </main>
  );
}

const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { paddingInline: tokens.spacingHorizontalL },
  },
  title: { ...typographyStyles.subtitle1, margin: 0, marginInlineEnd: 'auto' },
  list: {
    maxWidth: '960px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    [phone]: { paddingInline: tokens.spacingHorizontalL },
  },
});
