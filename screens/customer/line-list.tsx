// Several e-mail addresses or numbers below each other, each with its kind; the first is the main one.
import {
  Button,
  Dropdown,
  Input,
  makeStyles,
  Option,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';

export interface Line<K extends string> {
  text: string;
  kind: K;
}
type LineListProps<K extends string> = {
  label: string;
  /** "E-Mail 2" */
  lineLabel: (number: string) => string;
  addLabel: string;
  type: 'email' | 'tel';
  lines: Line<K>[];
  kinds: Record<K, string>;
  firstKind: K;
  problem?: string | undefined;
  onChange: (lines: Line<K>[]) => void;
};

const most = 10;

export function LineList<K extends string>(props: LineListProps<K>) {
  const { label, lineLabel, addLabel, type, lines, kinds, firstKind, problem, onChange } = props;
  const styles = useStyles();
  const { contact: words } = useCustomerDataMessages();
  const names = Object.keys(kinds) as K[]; // the keys of Record<K, string>
  const put = (at: number, part: Partial<Line<K>>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <div role="group" aria-label={label} className={styles.list}>
      <span className={styles.label}>{label}</span>
      {lines.map((line, index) => {
        const name = lineLabel(String(index + 1));
        return (
          // Lines have no name of their own; their place is what they are.
          <div key={index} className={styles.line}>
            <Input
              type={type}
              aria-label={name}
              className={styles.text}
              value={line.text}
              onChange={(_event, data) => put(index, { text: data.value })}
            />
            <Dropdown
              aria-label={words.kindOf(name)}
              className={styles.kind}
              value={kinds[line.kind]}
              selectedOptions={[line.kind]}
              // The values are the names of the kinds.
              onOptionSelect={(_event, data) => put(index, { kind: data.optionValue as K })}
            >
              {names.map((kind) => (
                <Option key={kind} value={kind} text={kinds[kind]}>
                  {kinds[kind]}
                </Option>
              ))}
            </Dropdown>
            <Button
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={words.removeLine(name)}
              onClick={() => onChange(lines.filter((_one, at) => at !== index))}
            />
          </div>
        );
      })}
      {problem !== undefined && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
      {lines.length < most && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Add16Regular />}
          className={styles.add}
          onClick={() => onChange([...lines, { text: '', kind: firstKind }])}
        >
          {addLabel}
        </Button>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  label: { ...typographyStyles.body1 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  text: { flex: '1 1 140px', minWidth: 0 },
  kind: { flex: '0 1 124px', minWidth: '96px' },
  add: { alignSelf: 'flex-start' },
  problem: { ...typographyStyles.caption1, color: tokens.colorStatusDangerForeground3 },
});
