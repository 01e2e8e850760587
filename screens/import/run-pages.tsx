// Runs, the newest first, page by page: what, when, by whom, how it ended.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { History20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Input } from '#contract/endpoint.ts';
import { listImportRuns, type ImportRun } from '#contract/import.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { isUnderWay } from './run-words.ts';

type RunPagesProps = { query: Input<typeof listImportRuns>; onOpen: (id: string) => void };

export function RunPages({ query, onOpen }: RunPagesProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const [showsNext, setShowsNext] = useState(false);
  const state = useReply(listImportRuns, query, {
    everyMs: (reply) => (reply?.items.some(isUnderWay) ? 2_000 : null),
  });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={3} />}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && query.cursor === undefined && (
            <StateBlock icon={<History20Regular />} title={words.runs.empty} text={words.runs.emptyText} />
          )}
          <Rows>
            {items.map((run) => (
              <RunRow key={run.id} run={run} onOpen={() => onOpen(run.id)} />
            ))}
          </Rows>
          {nextCursor !== null && !showsNext && (
            <Button className={styles.more} appearance="subtle" onClick={() => setShowsNext(true)}>
              {words.runs.more}
            </Button>
          )}
          {nextCursor !== null && showsNext && (
            <RunPages query={{ ...query, cursor: nextCursor }} onOpen={onOpen} />
          )}
        </>
      )}
    </Loaded>
  );
}

function RunRow({ run, onOpen }: { run: ImportRun; onOpen: () => void }) {
  const words = useImportMessages();
  const format = useFormat();
  const title = run.isDryRun ? `${words.kinds[run.kind]} (${words.runs.dry})` : words.kinds[run.kind];
  const detail = [
    run.fileName,
    format.dateTime(run.createdAt),
    run.startedBy === null ? words.runs.atNight : words.runs.by(run.startedBy.name),
  ];
  const counts = `${format.number(run.created)} / ${format.number(run.changed)} / ${format.number(run.wrong)}`;
  return (
    <Row
      icon={<History20Regular />}
      title={title}
      detail={detail.filter(Boolean).join(' · ')}
      right={words.states[run.state]}
      {...(run.state === 'done'
        ? { rightDetail: `${words.run.created} / ${words.run.changed} / ${words.run.wrong}: ${counts}` }
        : {})}
      rightTone={run.state === 'failed' ? 'danger' : 'neutral'}
      onOpen={onOpen}
    />
  );
}

const useStyles = makeStyles({ more: { marginBlock: tokens.spacingVerticalS } });
