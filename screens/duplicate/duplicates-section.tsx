// "Dubletten": the nightly list of pairs, the likeliest first; each is checked and merged, or said to be two.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular, People20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { dismissDuplicate, listDuplicates, type DuplicatePair } from '#contract/duplicate.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { markedName } from '../ui/customer-marks.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { MergeView } from './merge-view.tsx';
import { PastMerges } from './past-merges.tsx';

type State = 'open' | 'dismissed';
type Shown = State | 'merged';

/** A section of the settings; with a way back a place of its own, for everybody who may merge. */
export function DuplicatesSection({ onBack }: { onBack?: () => void }) {
  const styles = useStyles();
  const { list: words } = useDuplicateMessages();
  const [shown, setShown] = useState<Shown>('open');
  const [chosen, setChosen] = useState<DuplicatePair | null>(null);
  if (chosen !== null) return <MergeView pair={chosen} onClose={() => setChosen(null)} />;
  return (
    <section aria-label={words.title} className={styles.section}>
      <Title onBack={onBack} />
      <p className={styles.intro}>{words.intro}</p>
      <ChoiceButtons<Shown>
        label={words.filter}
        columns="row"
        choices={[
          { value: 'open', label: words.open },
          { value: 'dismissed', label: words.dismissed },
          { value: 'merged', label: words.merged },
        ]}
        value={shown}
        onChange={(next) => setShown(next ?? shown)}
      />
      {shown === 'merged' ? <PastMerges /> : <Pairs key={shown} state={shown} onCheck={setChosen} />}
    </section>
  );
}

function Title({ onBack }: { onBack: (() => void) | undefined }) {
  const styles = useStyles();
  const { common } = useMessages();
  const { list: words } = useDuplicateMessages();
  if (onBack === undefined) return <h2 className={styles.title}>{words.title}</h2>;
  return (
    <div className={styles.head}>
      <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={common.back} onClick={onBack} />
      <h1 className={styles.title}>{words.title}</h1>
    </div>
  );
}

type PairsProps = { state: State; cursor?: string; onCheck: (pair: DuplicatePair) => void };

function Pairs({ state, cursor, onCheck }: PairsProps) {
  const { list: words } = useDuplicateMessages();
  const format = useFormat();
  const [showsNext, setShowsNext] = useState(false);
  const reply = useReply(listDuplicates, { state, ...(cursor === undefined ? {} : { cursor }) });
  return (
    <Loaded state={reply} waiting={<RowsSkeleton label={words.loading} count={4} />}>
      {({ items, nextCursor, lookedOn }) => (
        <>
          {items.length === 0 && cursor === undefined && (
            <StateBlock
              icon={<People20Regular />}
              title={words.empty}
              text={lookedOn === null ? words.emptyText : words.lookedOn(format.date(lookedOn))}
            />
          )}
          <Rows label={words.title}>
            {items.map((pair) => (
              <PairRow key={pair.id} pair={pair} onCheck={() => onCheck(pair)} />
            ))}
          </Rows>
          {nextCursor !== null && !showsNext && (
            <Button appearance="subtle" onClick={() => setShowsNext(true)}>
              {words.more}
            </Button>
          )}
          {nextCursor !== null && showsNext && <Pairs state={state} cursor={nextCursor} onCheck={onCheck} />}
        </>
      )}
    </Loaded>
  );
}

function PairRow({ pair, onCheck }: { pair: DuplicatePair; onCheck: () => void }) {
  const styles = useStyles();
  const messages = useMessages();
  const { list: words } = useDuplicateMessages();
  const { one, other, reasons, score } = pair;
  const dismiss = useSend(dismissDuplicate);
  const isDismissed = pair.dismissed !== null;
  return (
    <>
      <Row
        icon={<People20Regular />}
        title={[one, other].map((side) => markedName(side, messages)).join(' · ')}
        wrapsTitle
        detail={[
          ...placesOf(pair),
          ...reasons.map((reason) => messages.customer.suggestionReasons[reason]),
        ].join(' · ')}
        wrapsDetail
        right={words.score(String(score))}
        onOpen={onCheck}
        actions={
          <Button
            size="small"
            className={styles.button}
            aria-label={
              isDismissed ? words.mergeOf(one.name, other.name) : words.dismissOf(one.name, other.name)
            }
            onClick={() => dismiss.send({ id: pair.id, dismissed: !isDismissed })}
          >
            {isDismissed ? words.reopen : words.dismiss}
          </Button>
        }
      />
      {dismiss.error && (
        <li>
          <ErrorNote error={dismiss.error} />
        </li>
      )}
    </>
  );
}

/** One place where both are at the same, else both: a moved firm is seen at a glance. */
function placesOf({ one, other }: DuplicatePair): string[] {
  const placeOf = ({ street, postcode, city }: DuplicatePair['one']) =>
    [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [...new Set([placeOf(one), placeOf(other)])].filter((place) => place !== '');
}

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '880px',
    padding: tokens.spacingHorizontalL,
  },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  intro: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
});
