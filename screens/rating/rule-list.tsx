// All rules of the draft: one per target group that has its own, and the one for all others.
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import type { Attribute } from '#contract/attribute.ts';
import { useRatingMessages } from '../messages/rating-messages.ts';
import type { RuleDraft } from './rating-draft.ts';
import { RuleEditor } from './rule-editor.tsx';

type RuleListProps = {
  drafts: readonly RuleDraft[];
  attributes: readonly Attribute[];
  targetGroups: readonly string[];
  /** Sentences by path: `rules.0.letter`. */
  problems: ReadonlyMap<string, readonly string[]>;
  onDrafts: (drafts: RuleDraft[]) => void;
};

export function RuleList({ drafts, attributes, targetGroups, problems, onDrafts }: RuleListProps) {
  const styles = useStyles();
  const { rule: words } = useRatingMessages();
  const titleOf = ({ targetGroup }: RuleDraft) =>
    targetGroup === null ? (drafts.length === 1 ? words.all : words.others) : words.group(targetGroup);
  const free = targetGroups.filter((group) => !drafts.some((draft) => draft.targetGroup === group));
  const forAll = drafts.find((draft) => draft.targetGroup === null);
  return (
    <div>
      {drafts.map((draft, at) => (
        <RuleEditor
          key={draft.targetGroup ?? ''}
          rule={draft}
          title={titleOf(draft)}
          attributes={attributes}
          letterProblems={problems.get(`rules.${at}.letter`) ?? []}
          digitProblems={problems.get(`rules.${at}.digit`) ?? []}
          onRule={(next) => onDrafts(drafts.map((one, index) => (index === at ? next : one)))}
          onRemove={
            draft.targetGroup === null ? undefined : () => onDrafts(drafts.filter((_, index) => index !== at))
          }
        />
      ))}
      {(problems.get('rules') ?? []).map((sentence) => (
        <MessageBar key={sentence} intent="error" role="alert">
          <MessageBarBody>{sentence}</MessageBarBody>
        </MessageBar>
      ))}
      {free.length === 0 || forAll === undefined ? (
        <p className={styles.none}>{words.noGroup}</p>
      ) : (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button icon={<Add20Regular />}>{words.add}</Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {free.map((group) => (
                <MenuItem
                  key={group}
                  onClick={() => onDrafts([{ ...forAll, targetGroup: group }, ...drafts])}
                >
                  {group}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  none: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
