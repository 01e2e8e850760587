// The form for a new customer: three required fields, the rest as it was read, address and legal basis behind "Ändern".
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Building16Regular, ShieldCheckmark16Regular } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import type { SenderDraft } from '#contract/cockpit.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { PersonPicker } from '../ui/person-picker.tsx';
import { Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import { legalBases, type SenderFields } from './sender-fields.ts';

type SenderFormProps = {
  sender: SenderDraft;
  /** The mail's text, in which the signature stands. */
  mailText: string;
  fields: SenderFields;
  onChange: (part: Partial<SenderFields>) => void;
  problemOf: (field: string) => string | undefined;
  onSubmit: () => void;
};

export function SenderForm({ sender, mailText, fields, onChange, problemOf, onSubmit }: SenderFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.customer.form;
  const isSuggestedOwner = sender.owner?.id === fields.owner.id && sender.territoryName !== null;
  return (
    <Section
      title={words.heading}
      aside={hasSignature(sender) ? words.fromSignature : words.fromAddress}
      className={styles.section}
    >
      <FormBody label={words.heading} onSubmit={onSubmit} isFlush>
        <TextField
          label={words.name}
          isRequired
          value={fields.name}
          maxLength={300}
          problem={problemOf('name')}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          label={words.company}
          isRequired={!sender.isFreeMail}
          value={fields.companyName}
          maxLength={300}
          hint={sender.companyIsGuess ? guessHint(sender, mailText, words) : undefined}
          problem={problemOf('companyName')}
          onChange={(companyName) => onChange({ companyName })}
        />
        <Labelled
          label={words.owner}
          isRequired
          hint={isSuggestedOwner ? words.ownerHint(sender.territoryName ?? '') : undefined}
        >
          <PersonPicker value={fields.owner} onChange={(owner) => onChange({ owner })} />
        </Labelled>
        <div className={styles.pair}>
          <TextField
            label={words.jobTitle}
            value={fields.jobTitle}
            maxLength={200}
            onChange={(jobTitle) => onChange({ jobTitle })}
          />
          <TextField
            label={words.phone}
            type="tel"
            value={fields.phone}
            maxLength={50}
            problem={problemOf('phones')}
            onChange={(phone) => onChange({ phone })}
          />
        </div>
        <AddressPart fields={fields} onChange={onChange} />
        <BasisPart fields={fields} onChange={onChange} />
      </FormBody>
    </Section>
  );
}

function hasSignature({ jobTitle, phone, street }: SenderDraft): boolean {
  return [jobTitle, phone, street].some((part) => part !== '');
}

/** A guess is either a short form that the signature uses, or made from the mail address. */
function guessHint(sender: SenderDraft, mailText: string, words: Messages['customer']['form']): string {
  const isInText = mailText.toLowerCase().includes(sender.companyName.toLowerCase());
  return isInText ? words.companyHint : words.companyFromAddress;
}

type PartProps = Pick<SenderFormProps, 'fields' | 'onChange'>;

function AddressPart({ fields, onChange }: PartProps) {
  const styles = useStyles();
  const words = useMessages().customer.form;
  const [isOpen, setIsOpen] = useState(false);
  const place = [fields.postcode, fields.city].filter(Boolean).join(' ');
  const text = [fields.street, place].filter(Boolean).join(', ');
  if (!isOpen) {
    return (
      <QuietLine
        icon={<Building16Regular />}
        text={text === '' ? words.noAddress : words.addressIs(text)}
        label={words.changeAddress}
        onChange={() => setIsOpen(true)}
      />
    );
  }
  return (
    <>
      <TextField
        label={words.street}
        value={fields.street}
        maxLength={300}
        onChange={(street) => onChange({ street })}
      />
      <div className={styles.pair}>
        <TextField
          label={words.postcode}
          value={fields.postcode}
          maxLength={20}
          onChange={(postcode) => onChange({ postcode })}
        />
        <TextField
          label={words.city}
          value={fields.city}
          maxLength={200}
          onChange={(city) => onChange({ city })}
        />
      </div>
    </>
  );
}

function BasisPart({ fields, onChange }: PartProps) {
  const messages = useMessages();
  const words = messages.customer;
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <QuietLine
        icon={<ShieldCheckmark16Regular />}
        text={words.form.legalBasisIs(words.legalBases[fields.legalBasis])}
        label={words.form.changeLegalBasis}
        onChange={() => setIsOpen(true)}
      />
    );
  }
  return (
    <ChoiceField
      label={words.form.legalBasis}
      options={legalBases.map((value) => ({ value, label: words.legalBases[value] }))}
      value={fields.legalBasis}
      onChange={(legalBasis) => onChange({ legalBasis })}
    />
  );
}

type QuietLineProps = { icon: ReactElement; text: string; label: string; onChange: () => void };

function QuietLine({ icon, text, label, onChange }: QuietLineProps) {
  const styles = useStyles();
  const messages = useMessages();
  return (
    <p className={styles.quiet}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span>
        {text}{' '}
        <Link as="button" type="button" aria-label={label} className={styles.change} onClick={onChange}>
          {messages.common.change}
        </Link>
      </span>
    </p>
  );
}

const useStyles = makeStyles({
  section: { paddingBottom: tokens.spacingVerticalM },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(120px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalM,
    '& > *': { minWidth: 0 },
    '& input': { minWidth: 0, width: '100%' },
  },
  quiet: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorNeutralForeground3,
  },
  icon: { flexShrink: 0, display: 'inline-flex' },
  change: { ...typographyStyles.caption1, minHeight: '24px', marginBlock: '-4px' },
});
