// Two to five choices side by side: a radio group of buttons in which the arrow keys move.
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';

export interface Choice<V extends string> {
  value: V;
  label: string;
  /** A quiet word at the right end, e.g. the date. */
  detail?: string;
  icon?: ReactElement;
}

type ChoiceButtonsProps<V extends string> = {
  label: string;
  choices: Choice<V>[];
  value: V | null;
  onChange: (value: V | null) => void;
  /** How many stand side by side; `row`: all in one line, each as wide as its word, for filters in a head. */
  columns: 2 | 3 | 4 | 'row';
  /** A press on the chosen one takes the choice back. */
  isOptional?: boolean;
  describedBy?: string | undefined;
};

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One tab stop; arrows move and choose, as in a native radio group. */
export function ChoiceButtons<V extends string>(props: ChoiceButtonsProps<V>) {
  const { label, choices, value, onChange, columns, isOptional = false, describedBy } = props;
  const styles = useStyles();
  const group = useRef<HTMLDivElement>(null);
  const chosenIndex = choices.findIndex((choice) => choice.value === value);
  const hasDetails = choices.some((choice) => choice.detail !== undefined || choice.icon !== undefined);

  const handleKey = (event: KeyboardEvent, index: number) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (index + step + choices.length) % choices.length;
    const choice = choices[next];
    if (!choice) return;
    onChange(choice.value);
    group.current?.querySelectorAll<HTMLButtonElement>('[role=radio]')[next]?.focus();
  };

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      className={mergeClasses(styles.group, styles[`columns${columns}`])}
    >
      {choices.map((choice, index) => {
        const isChosen = choice.value === value;
        const isStop = chosenIndex === -1 ? index === 0 : isChosen;
        return (
          <Button
            key={choice.value}
            role="radio"
            aria-checked={isChosen}
            tabIndex={isStop ? 0 : -1}
            className={mergeClasses(styles.choice, hasDetails && styles.toStart, isChosen && styles.chosen)}
            onClick={() => onChange(isChosen && isOptional ? null : choice.value)}
            onKeyDown={(event) => handleKey(event, index)}
          >
            {isChosen && <Checkmark16Regular className={styles.check} aria-hidden />}
            <span className={choice.detail || choice.icon ? styles.start : undefined}>{choice.label}</span>
            {choice.detail !== undefined && <span className={styles.detail}>{choice.detail}</span>}
            {!isChosen && choice.icon}
          </Button>
        );
      })}
    </div>
  );
}

const useStyles = makeStyles({
  group: { display: 'grid', gap: tokens.spacingHorizontalXS },
  columnsrow: { display: 'flex', flexWrap: 'wrap' },
  columns2: { gridTemplateColumns: 'repeat(auto-fit, minmax(min(130px, 100%), 1fr))' },
  columns3: { gridTemplateColumns: 'repeat(auto-fit, minmax(min(80px, 100%), 1fr))' },
  columns4: { gridTemplateColumns: 'repeat(auto-fit, minmax(min(130px, 100%), 1fr))' },
  choice: {
    ...typographyStyles.body1,
    minWidth: 0,
    minHeight: '32px',
    paddingInline: tokens.spacingHorizontalS,
    whiteSpace: 'nowrap',
    justifyContent: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  toStart: { justifyContent: 'flex-start' },
  chosen: {
    ...typographyStyles.body1Strong,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    ':hover': {
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorNeutralForeground1,
      border: `1px solid ${tokens.colorBrandStroke1}`,
    },
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  check: { flexShrink: 0 },
  start: { marginInlineEnd: 'auto' },
  detail: {
    ...typographyStyles.caption1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground3,
  },
});
