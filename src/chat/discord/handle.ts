import type { Interaction, REST } from 'discord.js';
import { dispatch, dispatchSuggest, type FormAnswer, failedAnswer, type ViewAnswer } from '../dispatch.js';
import type { ChatEvent, Place, ShowProgress } from '../port.js';
import { createProgress, NO_PROGRESS } from '../progress.js';
import { tenantOf } from './address.js';
import { type Answerable, acknowledge, fillIn, hiddenIn, type Look, replyAlone, showPart } from './answer.js';
import { isAcknowledged, isTooLate } from './errors.js';
import { eventOf, personOf, placeOf, suggestOf, unplaced } from './event.js';
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
  const person = personOf(interaction);
  const event = suggestOf(interaction, { person, place: await placeOf(interaction, deps.homeOf) });
  const found = event === null ? [] : await dispatchSuggest(deps, event);
  await interaction.respond(renderChoices(found));
}

async function answer(deps: Deps, interaction: Answerable): Promise<void> {
  const person = personOf(interaction);
  const event = eventOf(deps.app, interaction, { person, place: unplaced(person.id) });
  if (event === null) return;
  const found = dispatch(deps, event);
  if (found.answer === 'form') return openForm(deps, interaction, event);

  const mode = await acknowledge(interaction, found.answer);
  // Two deliveries of one interaction: whichever the database hears first is the one that counts.
  if (!(await isFirst(deps, interaction.id))) return;
  const calls = answerCalls(deps.answers, interaction);
  const progress =
    mode === 'replace'
      ? NO_PROGRESS
      : createProgress(PROGRESS_MS, (view) => showPart(calls, view, lookOf(deps, interaction, null)));
  const { result, tenant } = await run(deps, event, () => placeOf(interaction, deps.homeOf), progress.show);
  await progress.end();
  if (result.kind === 'form') return;
  await fillIn(calls, mode, result, lookOf(deps, interaction, tenant));
}

/** An event that the database cannot remember is answered all the same: the answer says that it is away. */
export async function isFirst({ memory, now }: Pick<Deps, 'memory' | 'now'>, id: string): Promise<boolean> {
  try {
    return await memory.firstTime(id, now());
  } catch {
    return true;
  }
}

export type Ran = { readonly result: ViewAnswer | FormAnswer; readonly tenant: string | null };

/** Finds the workspace and runs the route there. What fails on the way is worded too. */
export async function run(
  deps: DiscordOptions,
  event: ChatEvent,
  find: () => Promise<Place>,
  show?: ShowProgress,
): Promise<Ran> {
  try {
    const place = await find();
    const prepared = dispatch(deps, { ...event, place });
    return { result: await prepared.run(show), tenant: tenantOf(place.workspaceId) };
  } catch (error) {
    return { result: failedAnswer(deps, event, error), tenant: null };
  }
}

async function openForm(deps: Deps, interaction: Answerable, event: ChatEvent): Promise<void> {
  const ran = await withinDeadline(run(deps, event, () => placeOf(interaction, deps.homeOf)));
  const look = lookOf(deps, interaction, ran?.tenant ?? null);
  try {
    if (ran === null) {
      return await replyAlone(interaction, deps.app.failure(event.person, { kind: 'too-late' }), look);
    }
    const { result } = ran;
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
