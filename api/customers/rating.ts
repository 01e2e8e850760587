// The rating A1–C3 of a customer as it was stored with its reasons, and the strategy of its cell. It is reckoned in the
// database (migration 0008, rate_customer), the one place for edits, imports, the nightly run and the preview.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Rating } from '#contract/rating-scale.ts';
import { seesFigures } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';

/** As rate_customer wrote it: letter and digit with their reasons. */
type StoredRating = Omit<Rating, 'visitsPerYear' | 'channel' | 'ownerType'>;

export interface RatingSource {
  /** Null for a customer of whom neither revenue nor potential is known. */
  readonly rating_reason: StoredRating | null;
  /** Of the attributes that a free rule met: who may see each, by id; one that is gone is not among them. */
  readonly rating_attributes: Readonly<Record<string, readonly string[]>> | null;
  /** The strategy of the customer's cell. */
  readonly rating_strategy: Pick<Rating, 'visitsPerYear' | 'channel' | 'ownerType'> | null;
}

function attributesOf(customer: string): RawBuilder<unknown> {
  const reason = sql.ref(`${customer}.rating_reason`);
  return sql`case when ${reason} #>> '{digitReason,by}' = 'rule' then (
    select jsonb_object_agg(t.id, t.visible_to) from attribute t
    where t.organization_id = ${sql.ref(`${customer}.organization_id`)}
      and ${reason} #> '{digitReason,conditions}' @> jsonb_build_array(jsonb_build_object('attributeId', t.id))) end`;
}

/** The columns of a RatingSource; `customer` and `organization` are the names of these tables in the query. */
export function ratingColumns(customer: string, organization: string): RawBuilder<RatingSource> {
  const column = (name: string) => sql.ref(`${customer}.${name}`);
  return sql<RatingSource>`${column('rating_reason')}, ${attributesOf(customer)} as rating_attributes,
    ${sql.ref(`${organization}.rating_strategy`)} -> (${column('rating_letter')} || ${column('rating_digit')}) as rating_strategy`;
}

/** A RatingSource as one JSON value, for queries that join customer c and organization o. */
export const ratingSource = sql<RatingSource>`json_build_object('rating_reason', c.rating_reason,
  'rating_attributes', ${attributesOf('c')},
  'rating_strategy', o.rating_strategy -> (c.rating_letter || c.rating_digit))`;

/** The rating with its reasons and strategy; null while nothing is known of the customer. */
export function ratingOf({
  rating_reason: reason,
  rating_strategy: strategy,
}: Omit<RatingSource, 'rating_attributes'>): Rating | null {
  if (reason === null) return null;
  return { ...reason, ...(strategy ?? { visitsPerYear: 0, channel: 'email', ownerType: 'none' }) };
}

/** The rating as this user may see it: partners see no figures, and nobody the name of an attribute that is not theirs. */
export function ratingFor(user: SignedInUser, source: RatingSource): Rating | null {
  const rating = seesFigures(user) ? ratingOf(source) : null;
  if (rating?.digitReason.by !== 'rule' || user.role === 'admin') return rating;
  const seenBy = source.rating_attributes ?? {};
  const conditions = rating.digitReason.conditions.map((one) => {
    if (one.attributeId === null || seenBy[one.attributeId]?.includes(user.role ?? '') === true) return one;
    return hiddenCondition;
  });
  return { ...rating, digitReason: { ...rating.digitReason, conditions } };
}

/** Says only that an attribute counted. */
const hiddenCondition: Rating['digitReason']['conditions'][number] = {
  field: 'attribute',
  attributeId: null,
  operator: 'is',
  value: '',
  label: '',
  valueLabel: '',
  actual: null,
};
