// Any document of a customer by its number or words, to link an entry to: complaints, quotes, orders, invoices, projects.
import { SearchBox } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import type { RecordLink } from '#contract/activity.ts';
import { search, type SearchHit } from '#contract/search.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { useReply } from '../use-reply.ts';

type DocumentHit = SearchHit & { kind: RecordLink['kind'] };
const documents: readonly SearchHit['kind'][] = ['complaint', 'quote', 'order', 'invoice', 'project'];
const isDocument = (hit: SearchHit): hit is DocumentHit => documents.includes(hit.kind);

type LinkSearchProps = { customerId: string; onChoose: (link: RecordLink) => void };

/** Only documents of this customer are found. */
export function LinkSearch({ customerId, onChoose }: LinkSearchProps) {
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
