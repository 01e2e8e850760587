// What tests of the rating do again and again: read one, save other rules.
import { getCustomer } from '#contract/customer.ts';
import { buildStrategies } from '#contract/examples-rating.ts';
import { getRatingRules, saveRatingRules } from '#contract/rating.ts';
import type { RatingRule } from '#contract/rating-scale.ts';
import type { World } from './world.ts';

/** Handles for a suite about ratings; its world is there once its tests run. */
export function ratingCase(world: () => World) {
  async function ratingOf(id: string) {
    const { body } = await world().call('petra', getCustomer, { id });
    return body.rating;
  }

  async function saveRules(rules: RatingRule[], strategy = buildStrategies()) {
    const { body } = await world().call('miriam', getRatingRules, {});
    return world().call(
      'miriam',
      saveRatingRules,
      { rules, strategy, note: 'Test' },
      { ifMatch: body.version },
    );
  }

  return { ratingOf, saveRules };
}
