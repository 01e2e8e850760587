// Every set of rules that was in force, newest first; each can be taken into the draft again.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { History20Regular } from '@fluentui/react-icons';
import { listRatingVersions, type RatingVersion } from '#contract/rating.ts';
import { useRatingMessages } from '../messages/rating-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';

export function VersionList({ onTake }: { onTake: (version: RatingVersion) => void }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useRatingMessages();
  const state = useReply(listRatingVersions, {});
  return (
    <Section title={words.versions.title} className={styles.flush}>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.none}>{words.versions.none}</p>
          ) : (
            <Rows label={words.versions.title}>
              {items.map((version) => (
                <Row
                  key={version.version}
                  icon={<History20Regular />}
                  title={[words.version(String(version.version)), version.note].filter(Boolean).join(': ')}
                  detail={words.versions.row(format.dateTime(version.savedAt), version.savedBy?.name ?? '')}
                  right={words.versions.moved(format.number(version.moved))}
                  actions={
                    <Button
                      size="small"
                      aria-label={words.versions.takeOf(String(version.version))}
                      onClick={() => onTake(version)}
                    >
                      {words.versions.take}
                    </Button>
                  }
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Section>
  );
}

const useStyles = makeStyles({
  flush: { paddingInline: 0 },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});
