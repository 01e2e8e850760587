// Which of two stays, and whose details were chosen; turned round, the choices start anew.
import { useState } from 'react';
import type { MergeSide } from '#contract/merge.ts';

interface Ids {
  winnerId: string;
  loserId: string;
}

export interface Sides<F extends string> {
  ids: Ids;
  choices: Partial<Record<F, MergeSide>>;
  choose: (choices: Partial<Record<F, MergeSide>>) => void;
  turn: () => void;
}

export function useSides<F extends string>(first: Ids): Sides<F> {
  const [ids, setIds] = useState(first);
  const [choices, choose] = useState<Partial<Record<F, MergeSide>>>({});
  const turn = () => {
    choose({});
    setIds({ winnerId: ids.loserId, loserId: ids.winnerId });
  };
  return { ids, choices, choose, turn };
}
