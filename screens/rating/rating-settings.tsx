// "Bewertung" in the settings: the rules as a draft, their effect on the customers, and saving them as the next version.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { listAttributes, type Attribute } from '#contract/attribute.ts';
import { getRatingRules, type RatingRules } from '#contract/rating.ts';
import { useRatingMessages } from '../messages/rating-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { EffectAndSave } from './effect-and-save.tsx';
import { draftOf, type RuleDraft } from './rating-draft.ts';
import { RuleList } from './rule-list.tsx';
import { StrategyTable } from './strategy-table.tsx';
import { Section } from '../ui/section.tsx';
import { useEffectOf } from './use-effect-of.ts';
import { VersionList } from './version-list.tsx';

export function RatingSettings() {
  const words = useRatingMessages();
  const rules = useReply(getRatingRules, {});
  const attributes = useReply(listAttributes, { recordKind: 'customer' });
  return (
    <Loaded state={rules} waiting={<RowsSkeleton label={words.loading} count={8} />}>
      {(inForce) => (
        // A new version in force begins a new draft.
        <Editor key={inForce.version} inForce={inForce} attributes={attributes.reply?.items ?? []} />
      )}
    </Loaded>
  );
}

type EditorProps = { inForce: RatingRules; attributes: readonly Attribute[] };

function Editor({ inForce, attributes }: EditorProps) {
  const styles = useStyles();
  const format = useFormat();
  const words = useRatingMessages();
  const begin = (rules: RatingRules['rules']): RuleDraft[] => rules.map((rule) => draftOf(rule, format));
  const [drafts, setDrafts] = useState(() => begin(inForce.rules));
  const [strategy, setStrategy] = useState(inForce.strategy);
  const effect = useEffectOf(drafts);
  const { savedAt, savedBy } = inForce;
  return (
    <div className={styles.page}>
      <header>
        <h2 className={styles.title}>{words.title}</h2>
        <p className={styles.intro}>{words.intro}</p>
        <p className={styles.version}>
          {[
            words.version(String(inForce.version)),
            savedAt === null ? null : words.savedBy(format.dateTime(savedAt), savedBy?.name ?? ''),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      </header>
      <RuleList
        drafts={drafts}
        attributes={attributes}
        targetGroups={inForce.targetGroups}
        problems={effect.problems}
        onDrafts={setDrafts}
      />
      <Section title={words.strategy.title} className={styles.flush}>
        <StrategyTable strategy={strategy} onStrategy={setStrategy} />
      </Section>
      <EffectAndSave
        version={inForce.version}
        strategy={strategy}
        effect={effect}
        onReset={() => {
          setDrafts(begin(inForce.rules));
          setStrategy(inForce.strategy);
        }}
      />
      <VersionList
        onTake={(version) => {
          setDrafts(begin(version.rules));
          setStrategy(version.strategy);
        }}
      />
    </div>
  );
}

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '960px',
    padding: tokens.spacingHorizontalL,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  intro: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  version: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  flush: { paddingInline: 0 },
});
