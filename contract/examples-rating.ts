// Sample rating rules: what an organisation begins with.
import type { RatingRule, Strategies } from './rating-scale.ts';

export function buildRatingRule(changes: Partial<RatingRule> = {}): RatingRule {
  return {
    targetGroup: null,
    letter: {
      by: 'revenue',
      bands: [
        { class: 'A', from: 10_000_000, to: null },
        { class: 'B', from: 2_500_000, to: 10_000_000 },
        { class: 'C', from: null, to: 2_500_000 },
      ],
    },
    digit: {
      by: 'share_of_wallet',
      bands: [
        { class: '1', from: null, to: 30 },
        { class: '2', from: 30, to: 60 },
        { class: '3', from: 60, to: null },
      ],
    },
    ...changes,
  };
}

export function buildStrategies(changes: Partial<Strategies> = {}): Strategies {
  const field = { channel: 'visit', ownerType: 'field' } as const;
  const inside = { channel: 'phone', ownerType: 'inside' } as const;
  return {
    A1: { visitsPerYear: 12, ...field },
    A2: { visitsPerYear: 6, ...field },
    A3: { visitsPerYear: 4, ...field },
    B1: { visitsPerYear: 6, ...field },
    B2: { visitsPerYear: 4, ...field },
    B3: { visitsPerYear: 2, ...inside },
    C1: { visitsPerYear: 4, ...inside },
    C2: { visitsPerYear: 2, ...inside },
    C3: { visitsPerYear: 1, channel: 'email', ownerType: 'none' },
    ...changes,
  };
}
