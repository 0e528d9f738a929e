import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  REST,
  Routes,
} from 'discord.js';
import { type Tries, tryAgain } from '../try-again.js';
import { isAcknowledged, isPassing } from './errors.js';
import type { RenderedMessage } from './render-view.js';

/**
 * The first answer to an interaction, one of them. Each is tried again within the time that Discord gives, and an earlier
 * one, by another delivery or by a try of ours that seemed to fail, counts as well.
 */
export type FirstAnswer = {
  /** An answer will come. @param flags that of what only the asker sees, or none */
  defer(flags: number): Promise<void>;
  /** The message that was pressed will change. */
  deferUpdate(): Promise<void>;
  openModal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  reply(message: RenderedMessage, flags: number): Promise<void>;
  choose(choices: APIApplicationCommandOptionChoice<string>[]): Promise<void>;
};

type Token = { readonly id: string; readonly token: string };

/** A first answer that hangs is given up after this long, so that there is time for another. In milliseconds. */
const HANGS_MS = 2_000;
const WAITS = [50, 100, 200, 300] as const;
/** Of Discord's three seconds, what is there for tries. In milliseconds. */
const FIRST_ANSWER_MS = 2_700;

/** Acknowledgements go by a client of their own, which neither waits for others nor tries in its own way. */
export function createFirstAnswerRest(options: ConstructorParameters<typeof REST>[0]): REST {
  return new REST({
    ...options,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    retries: 0,
    timeout: HANGS_MS,
  });
}

/** @param came when the interaction reached this program, in milliseconds since 1970 */
export function firstAnswer(
  rest: REST,
  { id, token }: Token,
  { came, now, ending }: Pick<Tries, 'now' | 'ending'> & { readonly came: number },
): FirstAnswer {
  const tries: Tries = { isPassing, waits: WAITS, until: came + FIRST_ANSWER_MS, now, ending };
  async function give(type: InteractionResponseType, data?: object): Promise<void> {
    const body = data === undefined ? { type } : { type, data };
    try {
      await tryAgain(() => rest.post(Routes.interactionCallback(id, token), { body, auth: false }), tries);
    } catch (error) {
      if (!isAcknowledged(error)) throw error;
    }
  }
  return {
    defer: (flags) =>
      give(InteractionResponseType.DeferredChannelMessageWithSource, flags === 0 ? undefined : { flags }),
    deferUpdate: () => give(InteractionResponseType.DeferredMessageUpdate),
    openModal: (modal) => give(InteractionResponseType.Modal, modal),
    reply: ({ components, allowed_mentions }, flags) =>
      give(InteractionResponseType.ChannelMessageWithSource, {
        components,
        allowed_mentions,
        flags: MessageFlags.IsComponentsV2 | flags,
      }),
    choose: (choices) => give(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
  };
}
