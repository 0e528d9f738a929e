import type { Interaction, REST } from 'discord.js';
import { dispatch, dispatchSuggest, type Prepared } from '../dispatch.js';
import { isFirstTime } from '../first-time.js';
import type { ChatRequest, Place } from '../port.js';
import { createProgress, NO_PROGRESS } from '../progress.js';
import { tenantOf } from './address.js';
import { type Answerable, acknowledge, fillIn, hiddenIn, type Look, replyAlone, showPart } from './answer.js';
import { isAcknowledged, isTooLate } from './errors.js';
import { placeOf, requestOf, suggestOf } from './event.js';
import { PROGRESS_MS } from './limits.js';
import type { DiscordOptions } from './options.js';
import { PLATFORM } from './options.js';
import { renderChoices } from './render-commands.js';
import { renderForm } from './render-form.js';
import { answerCalls } from './rest.js';

/** A form must be the first answer, within Discord's three seconds. In milliseconds. */
const FORM_DEADLINE_MS = 2_300;

type Deps = DiscordOptions & { readonly answers: REST };

/** Takes what somebody did on Discord and answers it. Never rejects: what goes wrong is in the log. */
export async function handleInteraction(deps: Deps, interaction: Interaction): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await suggest(deps, interaction);
    else await answer(deps, interaction);
  } catch (error) {
    const fields = { platform: PLATFORM, interaction: interaction.id, err: error };
    if (isTooLate(error)) deps.logger.warn(fields, 'an interaction came too late to be answered; nothing was done');
    else deps.logger.error({ ref: deps.newRef(), ...fields }, 'an interaction could not be answered');
  }
}

async function suggest(deps: Deps, interaction: Extract<Interaction, { type: 4 }>): Promise<void> {
  const event = suggestOf(interaction, await placeOf(interaction, deps.homeOf));
  const found = event === null ? [] : await dispatchSuggest(deps, event);
  await interaction.respond(renderChoices(found));
}

async function answer(deps: Deps, interaction: Answerable): Promise<void> {
  const request = requestOf(deps.app, interaction);
  if (request === null) return;
  const prepared = dispatch(deps, request);
  if (prepared.answer === 'form') return openForm(deps, interaction, request, prepared);

  const mode = await acknowledge(interaction, prepared.answer);
  // Two deliveries of one interaction: whichever reaches the database first is the one that counts.
  if (!(await isFirstTime(deps, interaction.id))) return;
  const calls = answerCalls(deps.answers, interaction);
  const progress =
    mode === 'replace'
      ? NO_PROGRESS
      : createProgress(PROGRESS_MS, (view) => showPart(calls, view, lookOf(deps, interaction, null)));
  const place = placeOf(interaction, deps.homeOf);
  const result = await prepared.run(place, progress.show);
  await progress.end();
  await fillIn(calls, mode, result, lookOf(deps, interaction, await tenantIn(place)));
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
  deps: Deps,
  interaction: Answerable,
  { person }: ChatRequest,
  prepared: PreparedForm,
): Promise<void> {
  const place = placeOf(interaction, deps.homeOf);
  const result = await withinDeadline(prepared.run(place));
  const look = lookOf(deps, interaction, result === null ? null : await tenantIn(place));
  try {
    if (result === null) {
      return await replyAlone(interaction, deps.app.failure(person, { kind: 'too-late' }), look);
    }
    if (result.kind !== 'form') return await replyAlone(interaction, result.view, look);
    if (!interaction.isModalSubmit()) await interaction.showModal(renderForm(result.form, look));
  } catch (error) {
    // The same form, opened by another delivery of the same press.
    if (!isAcknowledged(error)) throw error;
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
function lookOf({ restName }: Deps, interaction: Answerable, tenant: string | null): Look {
  return {
    scope: interaction.guildId === null ? scopeIn(tenant) : null,
    hidden: hiddenIn(interaction),
    restName,
  };
}
