// The rule of one target group: what letter and digit go by, and where each class begins.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import type { Attribute } from '#contract/attribute.ts';
import { useRatingMessages } from '../messages/rating-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { BandTable } from './band-table.tsx';
import { unitOf, usualBands, type DigitMeasure, type RuleDraft } from './rating-draft.ts';
import { StepEditor } from './step-editor.tsx';

const letterMeasures = ['revenue', 'margin'] as const;
const digitMeasures = ['share_of_wallet', 'employees', 'rule'] as const;

type RuleEditorProps = {
  rule: RuleDraft;
  title: string;
  attributes: readonly Attribute[];
  letterProblems: readonly string[];
  digitProblems: readonly string[];
  onRule: (rule: RuleDraft) => void;
  onRemove?: (() => void) | undefined;
};

export function RuleEditor(props: RuleEditorProps) {
  const { rule, title, onRule, onRemove } = props;
  const styles = useStyles();
  const words = useRatingMessages();
  const handleDigit = (digitBy: DigitMeasure) =>
    onRule({ ...rule, digitBy, digitBands: digitBy === 'rule' ? rule.digitBands : usualBands(digitBy) });
  return (
    <section className={styles.rule} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {onRemove && (
          <Button
            appearance="subtle"
            size="small"
            icon={<Delete20Regular />}
            aria-label={words.rule.remove(rule.targetGroup ?? '')}
            onClick={onRemove}
          />
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <ChoiceField
            label={words.letter.label}
            value={rule.letterBy}
            options={letterMeasures.map((value) => ({ value, label: words.letter[value] }))}
            onChange={(letterBy) => onRule({ ...rule, letterBy })}
          />
          <BandTable
            bands={rule.letterBands}
            unit="money"
            onBands={(letterBands) => onRule({ ...rule, letterBands })}
          />
          <Problems sentences={props.letterProblems} />
        </div>
        <div className={styles.column}>
          <ChoiceField
            label={words.digit.label}
            value={rule.digitBy}
            options={digitMeasures.map((value) => ({ value, label: words.digit[value] }))}
            onChange={handleDigit}
          />
          <DigitPart {...props} />
          <Problems sentences={props.digitProblems} />
        </div>
      </div>
    </section>
  );
}

function DigitPart({ rule, attributes, onRule }: RuleEditorProps) {
  const { steps } = useRatingMessages();
  const styles = useStyles();
  if (rule.digitBy !== 'rule') {
    return (
      <BandTable
        bands={rule.digitBands}
        unit={unitOf(rule.digitBy)}
        onBands={(digitBands) => onRule({ ...rule, digitBands })}
      />
    );
  }
  return (
    <>
      {rule.steps.map((step) => (
        <StepEditor
          key={step.class}
          step={step}
          attributes={attributes}
          onStep={(next) =>
            onRule({ ...rule, steps: rule.steps.map((one) => (one.class === next.class ? next : one)) })
          }
        />
      ))}
      <p className={styles.rest}>{steps.rest}</p>
    </>
  );
}

function Problems({ sentences }: { sentences: readonly string[] }) {
  return sentences.map((sentence) => (
    <MessageBar key={sentence} intent="error" layout="multiline" role="alert">
      <MessageBarBody>{sentence}</MessageBarBody>
    </MessageBar>
  ));
}

const useStyles = makeStyles({
  rule: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '24px' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .fui-Dropdown': { minWidth: 0 },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  rest: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
