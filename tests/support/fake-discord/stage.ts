import type { APIInteraction } from 'discord.js';
import type { Gateway } from './gateway.js';
import type { Scene } from './interaction-base.js';
import type { Acknowledgement } from './interaction-book.js';
import type { Platform } from './platform.js';

/** What people act on. */
export type Stage = { readonly platform: Platform; readonly gateway: Gateway };

export type Act = {
  readonly scene: Scene;
  readonly payload: () => APIInteraction;
  readonly messageId: string | null;
  readonly key: string | undefined;
};

/** Delivers an interaction once more, if one was made under this key. */
export function redeliver({ platform, gateway }: Stage, key: string | undefined): Promise<Acknowledgement> | null {
  const before = platform.interactions.byItsKey(key);
  if (before === undefined) return null;
  gateway.dispatch('INTERACTION_CREATE', before.payload);
  return before.acknowledged.promise;
}

/**
 * Delivers an interaction and waits for its callback. Rejects when the deadline passes first. A key that was there
 * before delivers the same interaction again: same id, same token.
 */
export function perform(stage: Stage, { scene, payload, messageId, key }: Act): Promise<Acknowledgement> {
  const again = redeliver(stage, key);
  if (again !== null) return again;
  const { platform, gateway } = stage;
  const facts = { account: scene.account, channelId: scene.channel.id, messageId, createdAt: platform.settings.now() };
  const interaction = platform.interactions.add({ ...facts, payload: payload() }, key);
  gateway.dispatch('INTERACTION_CREATE', interaction.payload);
  return interaction.acknowledged.promise;
}
