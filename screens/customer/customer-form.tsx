// The fields of a customer's master data, the same for a new one and one that is there.
import { makeStyles, tokens } from '@fluentui/react-components';
import { customerKinds, lifecyclePhases } from '#contract/customer.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { PersonPicker } from '../ui/person-picker.tsx';
import { Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { CustomerFields } from './customer-fields.ts';
import type { FormProblems } from './form-problems.ts';
import { ListChoice } from './list-choice.tsx';
import { ParentField } from './parent-field.tsx';

type PartProps = {
  value: CustomerFields;
  change: (part: Partial<CustomerFields>) => void;
  problems: FormProblems;
};
type CustomerFormProps = PartProps & {
  label: string;
  /** What only shows once the customer is there is left out of a new one's form. */
  isNew?: boolean;
  onSubmit: () => void;
};

export function CustomerForm({ label, isNew = false, onSubmit, ...part }: CustomerFormProps) {
  return (
    <FormBody label={label} onSubmit={onSubmit} isFlush>
      <Basics {...part} />
      <Address {...part} />
      <Assignment {...part} isNew={isNew} />
      {!isNew && <Figures {...part} />}
    </FormBody>
  );
}

function Basics({ value, change, problems }: PartProps) {
  const styles = useStyles();
  const { form: words, kinds } = useCustomerDataMessages();
  const isPrivate = value.kind === 'private';
  return (
    <Section title={words.basics} isPlain>
      <div className={styles.fields}>
        <ChoiceButtons
          label={words.kind}
          columns={2}
          choices={customerKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
          value={value.kind}
          onChange={(kind) => change({ kind: kind ?? value.kind })}
        />
        <TextField
          label={isPrivate ? words.personName : words.name}
          isRequired
          maxLength={300}
          value={value.name}
          problem={problems.of('name')}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={words.number}
          maxLength={30}
          value={value.number}
          problem={problems.of('number')}
          onChange={(number) => change({ number })}
        />
        <TextField
          label={words.phone}
          type="tel"
          maxLength={50}
          value={value.phone}
          problem={problems.of('phone')}
          onChange={(phone) => change({ phone })}
        />
        {!isPrivate && (
          <TextField
            label={words.domains}
            hint={words.domainsHint}
            value={value.domains}
            problem={problems.of('domains')}
            onChange={(domains) => change({ domains })}
          />
        )}
      </div>
    </Section>
  );
}

function Address({ value, change, problems }: PartProps) {
  const styles = useStyles();
  const { form: words } = useCustomerDataMessages();
  return (
    <Section title={words.address} isPlain>
      <div className={styles.fields}>
        <TextField
          label={words.street}
          maxLength={300}
          value={value.street}
          onChange={(street) => change({ street })}
        />
        <div className={styles.town}>
          <TextField
            label={words.postcode}
            maxLength={20}
            value={value.postcode}
            onChange={(postcode) => change({ postcode })}
          />
          <TextField
            label={words.city}
            maxLength={200}
            value={value.city}
            onChange={(city) => change({ city })}
          />
        </div>
        <TextField
          label={words.country}
          maxLength={2}
          value={value.country}
          problem={problems.of('country')}
          onChange={(country) => change({ country })}
        />
      </div>
    </Section>
  );
}

function Assignment({ value, change, problems, isNew }: PartProps & { isNew: boolean }) {
  const styles = useStyles();
  const messages = useMessages();
  const { form: words } = useCustomerDataMessages();
  return (
    <Section title={words.assignment} isPlain>
      <div className={styles.fields}>
        <Labelled label={words.owner} hint={words.territoryNote} problem={problems.of('owner')}>
          <PersonPicker value={value.owner} onChange={(owner) => change({ owner })} />
        </Labelled>
        <ListChoice
          kind="target_group"
          label={words.targetGroup}
          value={value.targetGroup}
          problem={problems.of('targetGroup')}
          onChange={(targetGroup) => change({ targetGroup })}
        />
        <ListChoice
          kind="sector"
          label={words.sector}
          value={value.sector}
          problem={problems.of('sector')}
          onChange={(sector) => change({ sector })}
        />
        {!isNew && (
          <ChoiceField
            label={words.phase}
            options={lifecyclePhases.map((phase) => ({
              value: phase,
              label: messages.cockpit.phases[phase],
            }))}
            value={value.phase}
            onChange={(phase) => change({ phase })}
          />
        )}
        {value.kind === 'company' && (
          <ParentField
            value={value.parent}
            problem={problems.of('parent')}
            onChange={(parent) => change({ parent })}
          />
        )}
      </div>
    </Section>
  );
}

function Figures({ value, change, problems }: PartProps) {
  const styles = useStyles();
  const { form: words } = useCustomerDataMessages();
  return (
    <Section title={words.figures} isPlain>
      <div className={styles.fields}>
        <TextField
          label={words.employees}
          value={value.employees}
          problem={problems.of('employees')}
          onChange={(employees) => change({ employees })}
        />
        <TextField
          label={words.share}
          value={value.shareOfWalletPercent}
          problem={problems.of('shareOfWalletPercent')}
          onChange={(shareOfWalletPercent) => change({ shareOfWalletPercent })}
        />
        <TextField
          label={words.competitor}
          maxLength={200}
          value={value.competitor}
          onChange={(competitor) => change({ competitor })}
        />
      </div>
    </Section>
  );
}

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  town: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    columnGap: tokens.spacingHorizontalS,
    '& .fui-Input': { minWidth: 0 },
  },
});
