// Parts of an attribute's form: what it belongs to and its type, and who sees it.
import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { attributeRecordKinds, attributeTypes } from '#contract/attribute.ts';
import { roles } from '#contract/user.ts';
import { useAttributeMessages } from '../messages/attribute-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { isForStaff, type AttributeDraft } from './attribute-draft.ts';

type FieldsProps = { draft: AttributeDraft; onChange: (part: Partial<AttributeDraft>) => void };

export function KindFields({ draft, isNew, onChange }: FieldsProps & { isNew: boolean }) {
  const styles = useStyles();
  const words = useAttributeMessages();
  return (
    <div className={styles.two}>
      {isNew && (
        <ChoiceField
          label={words.settings.recordKind}
          options={attributeRecordKinds.map((value) => ({ value, label: words.recordKinds[value] }))}
          value={draft.recordKind}
          onChange={(recordKind) => onChange({ recordKind })}
        />
      )}
      <ChoiceField
        label={words.settings.type}
        options={attributeTypes.map((value) => ({ value, label: words.types[value] }))}
        value={draft.type}
        onChange={(type) => onChange({ type })}
      />
    </div>
  );
}

/** Whoever defines attributes sees them. */
const choosable = roles.filter((role) => role !== 'admin');

export function RoleFields({ draft, onChange }: FieldsProps) {
  const styles = useStyles();
  const words = useAttributeMessages();
  const id = useId();
  const isFindable = isForStaff(draft.visibleTo);
  return (
    <>
      <div role="group" aria-labelledby={id}>
        <p id={id} className={styles.label}>
          {words.settings.visibleTo}
        </p>
        <div className={styles.roles}>
          {choosable.map((role) => (
            <Checkbox
              key={role}
              label={words.roles[role]}
              checked={draft.visibleTo.includes(role)}
              onChange={(_, data) =>
                onChange({
                  visibleTo: roles.filter((one) =>
                    one === role ? data.checked === true : one === 'admin' || draft.visibleTo.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
        <p className={styles.note}>{words.settings.adminSees}</p>
      </div>
      <div>
        <Checkbox
          label={words.settings.searchable}
          checked={draft.searchable && isFindable}
          disabled={!isFindable}
          onChange={(_, data) => onChange({ searchable: data.checked === true })}
        />
        <p className={styles.note}>{words.settings.searchableHint}</p>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  roles: { display: 'flex', flexWrap: 'wrap' },
  label: { ...typographyStyles.body1, margin: 0 },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
