// A tick with its name, and a quiet word at the right: size, reason, count.
import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

type CheckRowProps = {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  aside?: string | undefined;
  isDisabled?: boolean;
};

/** 24 px high; the name is cut with the whole of it as tooltip. */
export function CheckRow({ label, isChecked, onChange, aside, isDisabled = false }: CheckRowProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Checkbox
        checked={isChecked}
        disabled={isDisabled}
        onChange={(_, data) => onChange(data.checked === true)}
        className={styles.box}
        title={label}
        indicator={{ className: styles.indicator }}
        label={{ children: label, className: styles.label }}
      />
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
    </div>
  );
}

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '24px' },
  box: { flexGrow: 1, width: 'auto', minWidth: 0, alignItems: 'center' },
  indicator: {
    marginBlock: tokens.spacingVerticalXS,
    marginInlineStart: 0,
    marginInlineEnd: tokens.spacingHorizontalM,
  },
  label: {
    ...typographyStyles.body1,
    padding: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  aside: {
    ...typographyStyles.caption1,
    flexShrink: 0,
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground3,
  },
});
