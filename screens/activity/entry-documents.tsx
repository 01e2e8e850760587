// "Gehört zu" of an entry written by hand: the customer's latest documents, and any other of theirs by search.
import { Dropdown, Link, makeStyles, Option, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { linkKinds, type RecordLink } from '#contract/activity.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { Labelled } from '../ui/labelled.tsx';
import { labelsOf, type EntryChoice } from './entry-choices.ts';
import { LinkSearch } from './link-search.tsx';

type EntryDocumentsProps = {
  customerId: string;
  recent: EntryChoice[];
  /** Those it belongs to, as `kind:id`. */
  links: string[];
  onChange: (links: string[]) => void;
};

export function EntryDocuments({ customerId, recent, links, onChange }: EntryDocumentsProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { record: words } = useWideMessages().customerPage;
  const [found, setFound] = useState<EntryChoice[]>([]);
  const [isSearching, setSearching] = useState(false);
  const all = allOf([...recent, ...found], links, messages);
  const handleFound = ({ kind, id, label }: RecordLink) => {
    const choice = { value: `${kind}:${id}`, label: `${messages.cockpit.linkKinds[kind]} ${label}` };
    setFound([...found, choice]);
    onChange([...links.filter((link) => link !== choice.value), choice.value]);
    setSearching(false);
  };
  return (
    <div className={styles.documents}>
      {all.length > 0 && (
        <Labelled label={words.links}>
          <Dropdown
            multiselect
            value={labelsOf(all, links)}
            selectedOptions={links}
            onOptionSelect={(_event, data) => onChange(data.selectedOptions)}
          >
            {all.map(({ value, label }) => (
              <Option key={value} value={value} text={label}>
                {label}
              </Option>
            ))}
          </Dropdown>
        </Labelled>
      )}
      <Link
        as="button"
        type="button"
        className={styles.link}
        aria-expanded={isSearching}
        onClick={() => setSearching(!isSearching)}
      >
        {words.otherDocument}
      </Link>
      {isSearching && <LinkSearch customerId={customerId} onChoose={handleFound} />}
    </div>
  );
}

/** Each once; one that a kept draft brought along and nobody names any more is called by its kind. */
function allOf(known: EntryChoice[], links: string[], messages: Messages): EntryChoice[] {
  const named = known.filter(({ value }, at) => known.findIndex((one) => one.value === value) === at);
  const unnamed = links.filter((link) => !named.some(({ value }) => value === link));
  return [...named, ...unnamed.map((value) => ({ value, label: kindOf(value, messages) }))];
}

function kindOf(link: string, messages: Messages): string {
  const kind = linkKinds.find((one) => link.startsWith(`${one}:`));
  return kind === undefined ? link : messages.cockpit.linkKinds[kind];
}

const useStyles = makeStyles({
  documents: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  link: { ...typographyStyles.caption1, alignSelf: 'flex-start', minHeight: '24px' },
});
