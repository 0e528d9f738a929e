import { MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import type { SeenMessage } from '../../contracts/chat-adapter.js';
import { type Component, componentSchema } from '../../support/fake-discord/body.js';
import { BUTTON_STYLE, flatten, isSelect, TYPE } from '../../support/fake-discord/component-tree.js';
import { withoutMarks } from '../../support/fake-discord/marks.js';
import type { Twin } from './twin.js';

/** A message as the twin keeps it. */
export type TwinMessage = {
  readonly id: string;
  readonly content: string;
  readonly flags: number;
  readonly components: readonly Component[];
  /** The one person who sees it; `null` for everybody, `unknown` where the twin does not tell. */
  readonly onlyFor: string | null | 'unknown';
};

const callbackData = z.object({ flags: z.number().default(0) }).nullable();

/** "Only you can see this" is said of the promise of an answer, which the twin keeps apart from the message. */
async function hidden(twin: Twin): Promise<ReadonlyMap<string, string | 'unknown'>> {
  const answers = await twin.discord.prisma.interactionResponse.findMany({
    where: { type: { in: [4, 5] }, messageId: { not: null } },
  });
  return new Map(
    answers
      .filter(
        ({ data }) => ((callbackData.parse(JSON.parse(data ?? 'null'))?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
      )
      .map(({ messageId, interactionId }) => [messageId ?? '', twin.ownerOf(interactionId) ?? 'unknown']),
  );
}

/** All messages of the channel, oldest first. */
export async function messagesOf(twin: Twin): Promise<readonly TwinMessage[]> {
  const rows = await twin.discord.prisma.message.findMany({
    where: { channelId: twin.channelId },
    orderBy: [{ timestamp: 'asc' }, { id: 'asc' }],
  });
  const owners = await hidden(twin);
  return rows.map(({ id, content, flags, components }) => ({
    id,
    content,
    flags,
    components: componentSchema.array().parse(JSON.parse(components)),
    onlyFor: owners.get(id) ?? ((flags & MessageFlags.Ephemeral) === 0 ? null : 'unknown'),
  }));
}

export function buttonsOf({ components }: TwinMessage): readonly Component[] {
  return flatten(components).filter(({ type, style }) => type === TYPE.button && style !== BUTTON_STYLE.link);
}

export function selectsOf({ components }: TwinMessage): readonly Component[] {
  return flatten(components).filter(isSelect);
}

/** Everything written in it, with its marks. */
export function markedText({ content, components }: TwinMessage): string {
  const displays = flatten(components).filter(({ type }) => type === TYPE.text);
  return [content, ...displays.map((display) => display.content ?? '')].filter((text) => text !== '').join('\n');
}

export function seen(message: TwinMessage): SeenMessage {
  return {
    id: message.id,
    text: withoutMarks(markedText(message)),
    buttons: buttonsOf(message).map(({ label }) => label ?? ''),
    selects: selectsOf(message).map(({ placeholder }) => placeholder ?? ''),
  };
}
