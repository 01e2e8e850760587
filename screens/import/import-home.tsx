// The overview of the import: what it is for, the remembered sources, what was imported when.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowImport20Regular, DatabaseLink20Regular } from '@fluentui/react-icons';
import { listImportSources, type ImportSource } from '#contract/import.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { RunPages } from './run-pages.tsx';

type ImportHomeProps = {
  onNew: () => void;
  onNewSource: () => void;
  onEdit: (source: ImportSource) => void;
  onUse: (source: ImportSource) => void;
  onRun: (id: string) => void;
};

export function ImportHome({ onNew, onNewSource, onEdit, onUse, onRun }: ImportHomeProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const sources = useReply(listImportSources, {});
  return (
    <>
      <div className={styles.intro}>
        <p className={styles.text}>{words.intro}</p>
        <Button appearance="primary" icon={<ArrowImport20Regular />} onClick={onNew}>
          {words.start}
        </Button>
      </div>
      <Section
        title={words.sources.title}
        aside={
          <Button size="small" appearance="subtle" onClick={onNewSource}>
            {words.sources.add}
          </Button>
        }
      >
        <Loaded state={sources} waiting={<RowsSkeleton label={words.loading} count={2} />}>
          {({ items }) =>
            items.length === 0 ? (
              <StateBlock
                icon={<DatabaseLink20Regular />}
                title={words.sources.empty}
                text={words.sources.emptyText}
              />
            ) : (
              <ul className={styles.list}>
                {items.map((source) => (
                  <SourceRow key={source.id} source={source} onEdit={onEdit} onUse={onUse} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      <Section title={words.runs.title}>
        <RunPages query={{}} onOpen={onRun} />
      </Section>
    </>
  );
}

type SourceRowProps = Pick<ImportHomeProps, 'onEdit' | 'onUse'> & { source: ImportSource };

function SourceRow({ source, onEdit, onUse }: SourceRowProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const format = useFormat();
  const detail = [
    words.kinds[source.kind],
    words.sources.places[source.place],
    source.runAt === null ? null : words.sources.everyNight(source.runAt),
    source.nextRunAt === null ? null : words.sources.next(format.moment(source.nextRunAt)),
  ];
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <strong>{source.name}</strong>
        <span className={styles.detail}>{detail.filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.actions}>
        <Button
          size="small"
          onClick={() => onUse(source)}
          aria-label={`${words.sources.run}: ${source.name}`}
        >
          {words.sources.run}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => onEdit(source)}
          aria-label={`${words.sources.edit}: ${source.name}`}
        >
          {words.sources.edit}
        </Button>
      </span>
    </li>
  );
}

const useStyles = makeStyles({
  intro: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalM,
  },
  text: { flex: '1 1 320px', margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    flex: '1 1 200px',
    overflowWrap: 'anywhere',
  },
  detail: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', gap: tokens.spacingHorizontalXS },
});
