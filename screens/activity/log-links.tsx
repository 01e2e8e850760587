// Documents this mail belongs to: those named in it or still open, and any other of this customer by search.
import { Link, makeStyles, SearchBox, typographyStyles } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import type { RecordLink } from '#contract/activity.ts';
import { search, type SearchHit } from '#contract/search.ts';
import { useMessages } from '../messages/use-messages.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useReply } from '../use-reply.ts';
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

type DocumentHit = SearchHit & { kind: RecordLink['kind'] };
const documents: readonly SearchHit['kind'][] = ['complaint', 'quote', 'order', 'invoice', 'project'];
const isDocument = (hit: SearchHit): hit is DocumentHit => documents.includes(hit.kind);

type LinkSearchProps = { customerId: string; onChoose: (link: RecordLink) => void };

function LinkSearch({ customerId, onChoose }: LinkSearchProps) {
  const messages = useMessages();
  const words = messages.activity.log;
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { reply, error, reload } = useReply(search, q.length < 2 ? null : { q, limit: 50 }, {
    keepPrevious: true,
  });
  const hits = reply?.items.filter(isDocument).filter((hit) => hit.customer.id === customerId) ?? [];
  return (
    <>
      <SearchBox
        aria-label={words.searchLinks}
        size="small"
        value={text}
        onChange={(_, data) => setText(data.value)}
      />
      {error && <ErrorNote error={error} onRetry={reload} />}
      {reply && q.length >= 2 && hits.length === 0 && <p>{words.nothingFound}</p>}
      <Rows>
        {hits.map((hit) => (
          <Row
            key={hit.id}
            title={hit.title}
            detail={`${messages.cockpit.linkKinds[hit.kind]} · ${hit.detail}`}
            onOpen={() => onChoose({ kind: hit.kind, id: hit.id, label: hit.title })}
          />
        ))}
      </Rows>
    </>
  );
}

const useStyles = makeStyles({
  link: { ...typographyStyles.caption1, minHeight: '24px' },
  empty: { ...typographyStyles.body1, margin: 0 },
});
