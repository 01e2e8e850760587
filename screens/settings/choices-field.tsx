// The choices of an attribute: named in both languages; one that was used is retired rather than removed.
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, ArchiveRegular, ArrowUndoRegular } from '@fluentui/react-icons';
import type { AttributeChoice } from '#contract/attribute.ts';
import { useAttributeMessages } from '../messages/attribute-messages.ts';

type ChoicesFieldProps = {
  choices: AttributeChoice[];
  problem: string | undefined;
  onChange: (choices: AttributeChoice[]) => void;
};

export function ChoicesField({ choices, problem, onChange }: ChoicesFieldProps) {
  const styles = useStyles();
  const { settings: words } = useAttributeMessages();
  const change = (at: number, part: Partial<AttributeChoice>) =>
    onChange(choices.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const add = () =>
    onChange([...choices, { id: crypto.randomUUID(), labelDe: '', labelEn: '', retired: false }]);
  return (
    <Field
      label={words.choices}
      {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
    >
      <div role="group" aria-label={words.choices} className={styles.list}>
        {choices.map((choice, at) => {
          const number = String(at + 1);
          const retire = choice.retired ? words.restoreChoice : words.retireChoice;
          return (
            <div key={choice.id} className={styles.row}>
              <Input
                aria-label={words.choiceDe(number)}
                value={choice.labelDe}
                maxLength={100}
                disabled={choice.retired}
                onChange={(_, data) => change(at, { labelDe: data.value })}
              />
              <Input
                aria-label={words.choiceEn(number)}
                value={choice.labelEn}
                maxLength={100}
                disabled={choice.retired}
                onChange={(_, data) => change(at, { labelEn: data.value })}
              />
              <Button
                appearance="subtle"
                icon={choice.retired ? <ArrowUndoRegular /> : <ArchiveRegular />}
                aria-label={retire(choice.labelDe)}
                title={retire(choice.labelDe)}
                onClick={() => change(at, { retired: !choice.retired })}
              />
            </div>
          );
        })}
        <Button size="small" icon={<AddRegular />} className={styles.add} onClick={add}>
          {words.addChoice}
        </Button>
      </div>
    </Field>
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
  },
  add: { alignSelf: 'flex-start' },
});
