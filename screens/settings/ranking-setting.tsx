// Whether figures of single persons may be seen: off unless the administration turns it on.
import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  getComplaintAnalysisSettings,
  updateComplaintAnalysisSettings,
} from '#contract/complaint-analysis.ts';
import { useCauseSettingsMessages } from '../messages/complaint-cause-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

export function RankingSetting() {
  const styles = useStyles();
  const words = useCauseSettingsMessages();
  const notify = useNotify();
  const state = useReply(getComplaintAnalysisSettings, {});
  const { send, isSending, error } = useSend(updateComplaintAnalysisSettings, {
    onDone: () => notify({ title: words.saved }),
  });
  return (
    <Section title={words.ranking} className={styles.section}>
      <p className={styles.intro}>{words.rankingIntro}</p>
      {error && !isSending && <ErrorNote error={error} title={words.failed} />}
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={1} />}>
        {({ ranksOwners, version }) => (
          <Checkbox
            className={styles.box}
            label={words.ranksOwners}
            checked={ranksOwners}
            disabled={isSending}
            onChange={(_, data) => send({ ranksOwners: data.checked === true }, { ifMatch: version })}
          />
        )}
      </Loaded>
    </Section>
  );
}

const useStyles = makeStyles({
  section: { paddingInline: 0, marginTop: tokens.spacingVerticalL },
  intro: {
    ...typographyStyles.body1,
    marginBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  // its edge in line with the text above
  box: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});
