// Trying a draft on all customers: what it would do, what is wrong with it, and whether the draft has changed since.
import { useState } from 'react';
import { previewRatingRules, type RatingPreview } from '#contract/rating.ts';
import type { RatingRule } from '#contract/rating-scale.ts';
import type { CallError } from '../call.ts';
import { useRatingMessages } from '../messages/rating-messages.ts';
import { useSend } from '../use-send.ts';
import { rulesOf, type RuleDraft } from './rating-draft.ts';
import { problemSentences } from './rating-problems.ts';

export interface RatingEffect {
  preview: RatingPreview | null;
  /** The draft is another one than was tried. */
  isOutdated: boolean;
  isChecking: boolean;
  /** Anything but refused rules, which stand in `problems`. */
  error: CallError | null;
  problems: ReadonlyMap<string, readonly string[]>;
  check: () => void;
  rules: RatingRule[];
}

export function useEffectOf(drafts: readonly RuleDraft[]): RatingEffect {
  const words = useRatingMessages();
  const [tried, setTried] = useState<string | null>(null);
  const trying = useSend(previewRatingRules, { isStep: true });
  const { rules, unread } = rulesOf(drafts);
  const now = JSON.stringify(rules);
  const isRefused = trying.error?.code === 'invalid_input';
  const problems =
    tried === now ? problemSentences(trying.error, drafts, words) : new Map<string, string[]>();
  for (const [path, text] of unread) {
    const place = path.split('.').slice(0, 3).join('.');
    problems.set(place, [...(problems.get(place) ?? []), words.bands.notNumber(text)]);
  }
  return {
    preview: trying.error === null ? trying.reply : null,
    isOutdated: tried !== now,
    isChecking: trying.isSending,
    error: isRefused ? null : trying.error,
    problems,
    check: () => {
      if (unread.size > 0) return;
      setTried(now);
      trying.send({ rules });
    },
    rules,
  };
}
