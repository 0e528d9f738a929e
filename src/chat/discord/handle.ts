import type { Client, Interaction, REST } from 'discord.js';
import type { AnswerQueue } from '../answer-queue.js';
import { dispatch, dispatchSuggest, type Prepared } from '../dispatch.js';
import { isFirstTime } from '../first-time.js';
import type { ChatRequest, Place, View } from '../port.js';
import { createProgress, NO_PROGRESS } from '../progress.js';
import { tenantOf } from './address.js';
import {
  type Acknowledged,
  type Answerable,
  acknowledge,
  fillIn,
  hiddenIn,
  type Look,
  replyAlone,
  showPart,
} from './answer.js';
import { isPassing, isTokenLost, isTooLate } from './errors.js';
import { placeOf, requestOf, suggestOf } from './event.js';
import { type FirstAnswer, firstAnswer } from './first-answer.js';
import { PROGRESS_MS } from './limits.js';
import type { Members } from './members.js';
import type { DiscordOptions } from './options.js';
import { PLATFORM } from './options.js';
import { renderChoices } from './render-commands.js';
import { renderForm } from './render-form.js';
import { createReply, tryForAMinute } from './reply.js';
import { answerCalls, openDirect } from './rest.js';

/** A form must be the first answer, within Discord's three seconds. In milliseconds. */
const FORM_DEADLINE_MS = 2_300;

export type HandleDeps = DiscordOptions & {
  readonly client: Client;
  readonly members: Members;
  /** Calls for first answers, and those for all that follows: each with a queue of its own. */
  readonly firsts: REST;
  readonly answers: REST;
  /** Answers in turn. */
  readonly queue: AnswerQueue;
  /** Aborted when the adapter stops: what is still tried is tried once more. */
  readonly ending: AbortSignal;
};

/** Takes what somebody did on Discord and answers it. Never rejects: what goes wrong is in the log. */
export async function handleInteraction(deps: HandleDeps, interaction: Interaction): Promise<void> {
  const came = deps.now();
  try {
    const first = firstAnswer(deps.firsts, interaction, { ...deps, came });
    if (interaction.isAutocomplete()) await suggest(deps, interaction, first);
    else await answer(deps, interaction, first, came);
  } catch (error) {
    const fields = { ref: deps.newRef(), platform: PLATFORM, interaction: interaction.id, err: error };
    deps.logger.error(fields, 'an interaction could not be answered');
  }
}

async function suggest(
  deps: HandleDeps,
  interaction: Extract<Interaction, { type: 4 }>,
  first: FirstAnswer,
): Promise<void> {
  const event = suggestOf(interaction, await placeOf(interaction, deps));
  const found = event === null ? [] : await dispatchSuggest(deps, event);
  try {
    await first.choose(renderChoices(found));
  } catch (error) {
    // Whoever types on is asked for suggestions again.
    if (!isTooLate(error) && !isPassing(error)) throw error;
  }
}

async function answer(deps: HandleDeps, interaction: Answerable, first: FirstAnswer, came: number): Promise<void> {
  const request = requestOf(deps.app, interaction);
  if (request === null) return;
  const prepared = dispatch(deps, request);
  if (prepared.answer === 'form') return openForm(deps, interaction, first, request, prepared);
  // Two deliveries of one interaction: whichever reaches the database first is the one that counts.
  const isFirst = isFirstTime(deps, interaction.id);
  const acknowledged = await acknowledge(interaction, first, prepared.answer);
  const who = `${interaction.guildId ?? ''}/${interaction.user.id}`;
  await deps.queue(who, async () => {
    if (await isFirst) await fulfil(deps, interaction, prepared, acknowledged, came);
  });
}

type PreparedView = Exclude<Prepared, { answer: 'form' }>;

/** Does what was asked for, once it is acknowledged, and shows what comes of it. */
async function fulfil(
  deps: HandleDeps,
  interaction: Answerable,
  prepared: PreparedView,
  { mode, isLate }: Acknowledged,
  came: number,
): Promise<void> {
  const calls = answerCalls(deps.answers, interaction, { ...deps, came });
  const progress =
    mode === 'replace' || isLate
      ? NO_PROGRESS
      : createProgress(PROGRESS_MS, (view) => showPart(calls, view, lookOf(deps, interaction, null)));
  const place = placeOf(interaction, deps);
  const result = await prepared.run(place, progress.show);
  await progress.end();
  const tenant = await tenantIn(place);
  if (isLate) return tellDirect(deps, interaction, result.view, tenant);
  try {
    await fillIn(calls, mode, result, lookOf(deps, interaction, tenant));
  } catch (error) {
    if (!isTokenLost(error) && !isPassing(error)) throw error;
    await tellDirect(deps, interaction, result.view, tenant);
  }
}

/** Where the way of an interaction is closed, its answer goes by direct message; it is known there by its id. */
async function tellDirect(
  deps: HandleDeps,
  { id, user }: Answerable,
  view: View,
  tenant: string | null,
): Promise<void> {
  const channelId = await tryForAMinute(deps, () => openDirect(deps.client, user.id));
  await createReply(deps, { channelId, replyTo: null }, `alone:${id}`).show(view, scopeIn(tenant));
  deps.logger.warn({ platform: PLATFORM, interaction: id }, 'an answer came too late for its place: it went directly');
}

/** The tenant of a place; `null` where it could not be found. */
export function tenantIn(place: Promise<Place>): Promise<string | null> {
  return place.then(
    ({ workspaceId }) => tenantOf(workspaceId),
    () => null,
  );
}

type PreparedForm = Extract<Prepared, { answer: 'form' }>;

async function openForm(
  deps: HandleDeps,
  interaction: Answerable,
  first: FirstAnswer,
  { person }: ChatRequest,
  prepared: PreparedForm,
): Promise<void> {
  const place = placeOf(interaction, deps);
  const result = await withinDeadline(prepared.run(place));
  const tenant = result === null ? null : await tenantIn(place);
  const look = lookOf(deps, interaction, tenant);
  const late = (): View => deps.app.failure(person, { kind: 'too-late' });
  try {
    if (result === null) return await replyAlone(first, late(), look);
    if (result.kind !== 'form') return await replyAlone(first, result.view, look);
    if (!interaction.isModalSubmit()) await first.openModal(renderForm(result.form, look));
  } catch (error) {
    if (!isTooLate(error) && !isPassing(error)) throw error;
    // Nothing was done: the person is told, and asks again.
    if (await isFirstTime(deps, interaction.id)) await tellDirect(deps, interaction, late(), tenant);
  }
}

async function withinDeadline<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, FORM_DEADLINE_MS, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What the buttons of a direct message carry; nothing for somebody who has a workspace of their own. */
export function scopeIn(tenant: string | null): string | null {
  return tenant?.startsWith('@') ? null : tenant;
}

/** Direct messages have no guild: their buttons carry the workspace, and nothing in them needs to be hidden. */
function lookOf({ restName }: HandleDeps, interaction: Answerable, tenant: string | null): Look {
  return {
    scope: interaction.guildId === null ? scopeIn(tenant) : null,
    hidden: hiddenIn(interaction),
    restName,
  };
}
