// Joins the bot and the rooms: what it may ask of them, and how jobs get cards to people through it.
import { escalationMoves } from '#contract/complaint.ts';
import { createBot, messagesPath } from '#teams-app/bot/bot.ts';
import type { Bot } from '#teams-app/bot/bot.ts';
import { createGuard, isMicrosoftServiceUrl } from '#teams-app/bot/guard.ts';
import type { GuardOptions } from '#teams-app/bot/guard.ts';
import { TeamsError } from '#teams-app/bot/poster.ts';
import type { BotUseCases, EscalationPress, PressOutcome, Viewer } from '#teams-app/bot/use-cases.ts';
import type { Express } from 'express';
import { findCardRecord } from './complaints/card-record-jobs.ts';
import { keepChat } from './complaints/card-store.ts';
import { searchCustomers } from './compose-customers.ts';
import { createExtensionUseCases } from './compose-extension.ts';
import { changeFollowUps, viewFollowUps } from './compose-follow-ups.ts';
import { showRecord } from './compose-records.ts';
import * as escalations from './complaints/escalations.ts';
import type { BotConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';
import { limitUnauthorized } from './http/limits.ts';
import type { CardPoster, CardRecipient } from './outside/card-poster.ts';
import type { SignedInUser } from './rights/user.ts';
import { findUserByOid } from './users/users.ts';

export interface BotSurroundings {
  readonly appId: string;
  readonly appSecret?: string;
  /** In place of a secret, where no Entra ID gives tokens (demo, tests). */
  readonly getToken?: () => Promise<string>;
  readonly tenantId: string;
  readonly serviceUrl?: string;
  readonly channel?: { readonly issuer: string; readonly openIdMetadataUrl: string };
  readonly guard: Omit<GuardOptions, 'appId' | 'onRefused'>;
  readonly skipsSdkTokenCheck?: boolean;
}

export interface ComposedBot {
  mount(app: Express): void;
  readonly cards: CardPoster;
}

type BotDeps = () => Deps;

/** Makes the bot; `getDeps` is asked when something happens, because cards are part of what it gives. */
export async function composeBot(
  getDeps: BotDeps,
  log: Deps['log'],
  around: BotSurroundings,
): Promise<ComposedBot> {
  const { appId } = around;
  const guard = createGuard({
    ...around.guard,
    appId,
    onRefused: (why) => log.warn({ why }, 'a request to the bot was refused'),
  });
  const useCases = createUseCases(getDeps);
  const extension = createExtensionUseCases(getDeps);
  const bot = await createBot({ ...around, guard, useCases, extension, log });
  return {
    mount: (app) => {
      app.post(messagesPath, limitUnauthorized(getDeps().config.limits.refusalsPerMinute));
      bot.mount(app);
    },
    cards: createCardPoster(bot, getDeps),
  };
}

/** A bot of a real tenant: Microsoft's channel, its keys and addresses. */
export function readBotSurroundings(bot: BotConfig, tenants: readonly string[]): BotSurroundings {
  return {
    ...bot,
    guard: {
      issuer: 'https://api.botframework.com',
      keysUrl: 'https://login.botframework.com/v1/.well-known/keys',
      tenants,
      isTrustedServiceUrl: isMicrosoftServiceUrl,
    },
  };
}

function createUseCases(getDeps: BotDeps): BotUseCases<SignedInUser> {
  return {
    findPerson: (tenantId, entraOid) => findUserByOid(getDeps(), tenantId, entraOid),
    rememberChat: ({ person, language }, conversationId) =>
      getDeps().db.transaction(person, (trx) => keepChat(trx, person, { conversationId, language })),
    showEscalation: ({ person, teamsId }, complaintId) =>
      findCardRecord(getDeps(), person, complaintId, [teamsId]),
    pressEscalation: (viewer, press) => pressEscalation(getDeps(), viewer, press),
    searchCustomers: ({ person }, text) => searchCustomers(getDeps(), person, text),
    showCustomer: ({ person }, id) => showRecord(getDeps(), person, { kind: 'customer', id }),
    viewFollowUps: ({ person }) => viewFollowUps(getDeps(), person),
    changeFollowUps: ({ person }, change) => changeFollowUps(getDeps(), person, change),
  };
}

const outcomes: Partial<Record<AppError['code'], PressOutcome>> = {
  not_found: 'not_found',
  forbidden: 'not_your_turn',
  already_decided: 'already_decided',
  transition_not_allowed: 'not_possible',
  invalid_input: 'incomplete',
};

async function pressEscalation(
  deps: Deps,
  { person, teamsId }: Viewer<SignedInUser>,
  { complaintId, move: wanted, ...press }: EscalationPress,
): Promise<Awaited<ReturnType<BotUseCases['pressEscalation']>>> {
  const move = escalationMoves.find((one) => one === wanted);
  const outcome: PressOutcome =
    move === undefined ? 'not_possible' : await act(deps, person, { ...press, id: complaintId, move });
  return { outcome, record: await findCardRecord(deps, person, complaintId, [teamsId]) };
}

async function act(
  deps: Deps,
  person: SignedInUser,
  press: Parameters<typeof escalations.move>[2],
): Promise<PressOutcome> {
  try {
    const { acted } = await escalations.move(deps, person, press, 'bot');
    return acted ? 'acted' : 'repeated';
  } catch (error) {
    const outcome = error instanceof AppError ? outcomes[error.code] : undefined;
    if (outcome === undefined) throw error;
    return outcome;
  }
}

type Card = Parameters<Bot['poster']['post']>[1];

/** Cards for jobs: a chat that is new is remembered, and a failure says whether to try again. */
function createCardPoster({ poster }: Bot, getDeps: BotDeps): CardPoster {
  async function post(to: CardRecipient, card: Card, dedupeKey: string) {
    const at = await poster.post(to, card, dedupeKey);
    if (at.conversationId !== to.conversationId) {
      const person = { organizationId: to.organizationId, id: to.userId };
      const chat = { conversationId: at.conversationId, language: null };
      await getDeps().db.transaction(person, (trx) => keepChat(trx, person, chat));
    }
    return at;
  }
  return {
    available: true,
    post: async (to, card, dedupeKey) => {
      const json = card as Card; // built by teams-app/cards
      try {
        return await post(to, json, dedupeKey);
      } catch (error) {
        const isGone = error instanceof TeamsError && error.status === 404 && to.conversationId !== null;
        if (!isGone) throw toAppError(getDeps(), error);
        return post({ ...to, conversationId: null }, json, dedupeKey).catch((again: unknown) => {
          throw toAppError(getDeps(), again);
        });
      }
    },
    update: async (at, card) => {
      try {
        await poster.update(at, card as Card);
      } catch (error) {
        const isDeleted = error instanceof TeamsError && error.status === 404;
        if (!isDeleted) throw toAppError(getDeps(), error);
        getDeps().log.warn({ err: error }, 'a card was deleted in Teams; it is not edited');
      }
    },
  };
}

const tooManyRequests = 429;
const serverFault = 500;

function toAppError({ clock }: Deps, error: unknown): unknown {
  if (!(error instanceof TeamsError)) return error;
  const { status, retryAfterSeconds } = error;
  const retry = status === null || status === tooManyRequests || status >= serverFault;
  if (retryAfterSeconds === null) return new AppError('outside_unavailable', { retry, cause: error });
  const retryAt = new Date(clock.now().getTime() + retryAfterSeconds * 1_000);
  return new AppError('outside_unavailable', { retry, retryAt, cause: error });
}
