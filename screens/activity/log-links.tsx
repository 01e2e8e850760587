// Documents this mail belongs to: those named in it or still open, and any other of this customer by search.
import { Link, makeStyles, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { RecordLink } from '#contract/activity.ts';
import { useMessages } from '../messages/use-messages.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { Section } from '../ui/section.tsx';
import { LinkSearch } from './link-search.tsx';
import { toggled } from './log-fields.ts';
import type { LogPartProps } from './log-form.tsx';

type LogLinksProps = LogPartProps & { customerId: string };

export function LogLinks({ preview, fields, onChange, customerId }: LogLinksProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.activity.log;
  const [isSearching, setIsSearching] = useState(false);
  const handleAdd = (link: RecordLink) => {
    const isKnown = [...preview.links, ...fields.addedLinks].some((each) => each.id === link.id);
    onChange({
      linkIds: toggled(fields.linkIds, link.id, true),
      addedLinks: isKnown ? fields.addedLinks : [...fields.addedLinks, link],
    });
    setIsSearching(false);
  };
  const rows = [
    ...preview.links.map((link) => ({ ...link, aside: messages.activity.linkReasons[link.reason] })),
    ...fields.addedLinks.map((link) => ({ ...link, aside: undefined })),
  ];
  return (
    <Section
      title={words.links}
      isPlain
      aside={
        <Link
          as="button"
          type="button"
          className={styles.link}
          aria-expanded={isSearching}
          onClick={() => setIsSearching(!isSearching)}
        >
          {words.otherLinks}
        </Link>
      }
    >
      {rows.length === 0 && !isSearching && <p className={styles.empty}>{words.noLinks}</p>}
      {rows.map((link) => (
        <CheckRow
          key={link.id}
          label={`${messages.cockpit.linkKinds[link.kind]} ${link.label}`}
          aside={link.aside}
          isChecked={fields.linkIds.includes(link.id)}
          onChange={(isChosen) => onChange({ linkIds: toggled(fields.linkIds, link.id, isChosen) })}
        />
      ))}
      {isSearching && <LinkSearch customerId={customerId} onChoose={handleAdd} />}
    </Section>
  );
}

const useStyles = makeStyles({
  link: { ...typographyStyles.caption1, minHeight: '24px' },
  empty: { ...typographyStyles.body1, margin: 0 },
});
