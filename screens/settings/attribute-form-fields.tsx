// Parts of an attribute's form: what it belongs to and its type, and who sees it.
import { Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components';
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

export function RoleFields({ draft, onChange }: FieldsProps) {
  const styles = useStyles();
  const words = useAttributeMessages();
  const isFindable = isForStaff(draft.visibleTo);
  return (
    <>
      <Field label={words.settings.visibleTo}>
        <div role="group" aria-label={words.settings.visibleTo} className={styles.roles}>
          {roles.map((role) => (
            <Checkbox
              key={role}
              label={words.roles[role]}
              checked={draft.visibleTo.includes(role)}
              // whoever defines attributes sees them
              disabled={role === 'admin'}
              onChange={(_, data) =>
                onChange({
                  visibleTo: roles.filter((one) =>
                    one === role ? data.checked === true : draft.visibleTo.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
      </Field>
      <Field hint={words.settings.searchableHint}>
        <Checkbox
          label={words.settings.searchable}
          checked={draft.searchable && isFindable}
          disabled={!isFindable}
          onChange={(_, data) => onChange({ searchable: data.checked === true })}
        />
      </Field>
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
});
