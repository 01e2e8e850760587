// "Jonas Weidner hat inzwischen gespeichert": field by field theirs or mine, nothing lost, nothing overwritten unasked.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Comparison, Side } from '../conflict.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';

type ConflictDialogProps<N extends string> = {
  comparison: Comparison<N>;
  /** Who saved; null when nobody is known. */
  by: string | null;
  labels: Record<N, string>;
  show: (name: N, value: unknown) => string;
  onApply: (sides: Partial<Record<N, Side>>) => void;
  onBack: () => void;
};

export function ConflictDialog<N extends string>(props: ConflictDialogProps<N>) {
  const { comparison, labels, show, onApply, onBack } = props;
  const styles = useStyles();
  const { conflict: words } = useCustomerDataMessages();
  const by = props.by ?? words.somebody;
  const [sides, setSides] = useState<Partial<Record<N, Side>>>({});
  const all = (side: Side) =>
    setSides(
      Object.fromEntries(comparison.conflicts.map(({ name }) => [name, side])) as Partial<Record<N, Side>>, // names of N
    );
  const isChosen = comparison.conflicts.every(({ name }) => sides[name] !== undefined);
  const isHard = comparison.conflicts.length > 0;
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, data) => !data.open && onBack()}>
      <DialogSurface aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>{words.title(by)}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.text}>{isHard ? `${words.text} ${words.choose}` : words.onlyTheirs}</p>
            {comparison.conflicts.length > 1 && (
              <div className={styles.all}>
                <Button size="small" onClick={() => all('mine')}>
                  {words.allMine}
                </Button>
                <Button size="small" onClick={() => all('theirs')}>
                  {words.allTheirs(by)}
                </Button>
              </div>
            )}
            {comparison.conflicts.map(({ name, mine, theirs }) => (
              <fieldset key={name} className={styles.field}>
                <legend className={styles.legend}>{labels[name]}</legend>
                <RadioGroup
                  aria-label={labels[name]}
                  value={sides[name] ?? ''}
                  // The values are those of the two radios below.
                  onChange={(_event, data) => setSides({ ...sides, [name]: data.value as Side })}
                >
                  <Radio value="mine" label={`${words.mine}: ${show(name, mine)}`} />
                  <Radio value="theirs" label={`${words.theirs(by)}: ${show(name, theirs)}`} />
                </RadioGroup>
              </fieldset>
            ))}
            {comparison.taken.length > 0 && (
              <div>
                <p className={styles.legend}>{words.also}</p>
                <ul className={styles.taken}>
                  {comparison.taken.map(({ name, theirs }) => (
                    <li key={name}>{`${labels[name]}: ${show(name, theirs)}`}</li>
                  ))}
                </ul>
              </div>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={!isChosen} onClick={() => onApply(sides)}>
              {words.apply}
            </Button>
            <Button onClick={onBack}>{words.back}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  text: { ...typographyStyles.body1, margin: 0 },
  // Stacked where Fluent stacks the actions at the foot too: a name beside another button would wrap.
  all: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 480px)': { flexDirection: 'column', alignItems: 'stretch' },
  },
  field: { margin: 0, padding: 0, border: 'none', minWidth: 0, overflowWrap: 'anywhere' },
  legend: { ...typographyStyles.body1Strong, margin: 0, padding: 0 },
  taken: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});
