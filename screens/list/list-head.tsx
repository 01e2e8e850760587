// The head of the lists: which kind of record, which kept list, and for administrators the way to the settings.
import { Button, makeStyles, MessageBar, MessageBarBody, Select, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import { listKinds } from '#contract/list-filter.ts';
import type { SavedList } from '#contract/saved-list.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { useMe } from '../use-me.ts';
import { startOf } from './list-start.ts';
import { SavedChoice } from './saved-choice.tsx';
import type { ListDraft } from './use-list-draft.ts';

type ListHeadProps = {
  saved: SavedList | null;
  draft: ListDraft;
  onList: (listId: string) => void;
  onSettings: () => void;
};

export function ListHead({ saved, draft, onList, onSettings }: ListHeadProps) {
  const styles = useStyles();
  const { list: words } = useListMessages();
  const role = useMe().reply?.role;
  const handleKind = (value: string) => {
    const kind = listKinds.find((one) => one === value);
    if (kind) draft.change(startOf(kind));
  };
  return (
    <div className={styles.head}>
      {saved === null && (
        <Select
          aria-label={words.kind}
          value={draft.value.kind}
          onChange={(_event, data) => handleKind(data.value)}
        >
          {listKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
      )}
      <SavedChoice saved={saved} onChoose={onList} />
      {role === 'admin' && (
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          aria-label={words.settings}
          title={words.settings}
          onClick={onSettings}
        />
      )}
      {saved !== null && saved.missingFields > 0 && (
        <MessageBar intent="warning" layout="multiline" className={styles.note}>
          <MessageBarBody>{words.saved.missing(String(saved.missingFields))}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalS}`,
    '@media (max-width: 599px)': { paddingInline: tokens.spacingHorizontalL },
  },
  note: { flexBasis: '100%' },
});
