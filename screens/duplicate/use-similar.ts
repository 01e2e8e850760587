// Who is alike to what is being typed: asked a moment after the last key.
import { useEffect, useState } from 'react';
import { findSimilarCustomers, type SimilarCustomer } from '#contract/duplicate.ts';
import type { Input } from '#contract/endpoint.ts';
import { useReply } from '../use-reply.ts';

const restMs = 400;
const fewestLetters = 3;
const freshMs = 60_000;

/** Nothing is asked before there is a name or a number. */
export function useSimilarCustomers(
  described: Input<typeof findSimilarCustomers>,
): readonly SimilarCustomer[] {
  const text = JSON.stringify(described);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  const input = asked === null ? null : (JSON.parse(asked) as Input<typeof findSimilarCustomers>); // its own text
  const isEnough = tellsEnough(input);
  const { reply } = useReply(findSimilarCustomers, isEnough ? input : null, { freshMs });
  return isEnough ? (reply?.items ?? []) : [];
}

function tellsEnough(input: Input<typeof findSimilarCustomers> | null): boolean {
  if (input === null) return false;
  const { name = '', number = '' } = input;
  return name.trim().length >= fewestLetters || number !== '';
}
