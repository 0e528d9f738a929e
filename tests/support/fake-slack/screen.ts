import type { SeenMessage } from '../../contracts/chat-adapter.js';
import type { MessageBlock } from './schema/blocks.js';
import { type Interactive, interactivesOf } from './schema/interactive.js';
import type { Member, Message, State, StoredView } from './state.js';
import { decodeEntities, wordsOf } from './words.js';

type Shown = { readonly id: string; readonly text: string; readonly blocks: readonly MessageBlock[] };

/** The word on something that can be used: a button's label, or a menu's placeholder. */
export function labelOf({ element }: Interactive): string {
  if (element.type === 'button') return decodeEntities(element.text.text);
  return 'placeholder' in element ? decodeEntities(element.placeholder?.text ?? '') : '';
}

function isMenu({ element }: Interactive): boolean {
  return element.type.endsWith('_select');
}

export function buttonsOf(blocks: readonly MessageBlock[]): readonly Interactive[] {
  return interactivesOf(blocks).filter(({ element }) => element.type === 'button');
}

export function menusOf(blocks: readonly MessageBlock[]): readonly Interactive[] {
  return interactivesOf(blocks).filter(isMenu);
}

function seen({ id, text, blocks }: Shown): SeenMessage {
  return { id, text, buttons: buttonsOf(blocks).map(labelOf), selects: menusOf(blocks).map(labelOf) };
}

/** A message on a screen: the words of its blocks, and of the text files that hang on it. */
export function seenMessage({ ts, content, files }: Message): SeenMessage {
  const text = [
    wordsOf(content),
    ...files.flatMap(({ title, content: inside }) => [title, inside?.toString('utf8') ?? '']),
  ].join('\n');
  return seen({ id: ts, text, blocks: content.blocks });
}

export function seenView({ id, view }: StoredView): SeenMessage {
  const title = view.type === 'modal' ? `${view.title.text}\n` : '';
  return seen({ id, text: title + wordsOf({ text: '', blocks: view.blocks }), blocks: view.blocks });
}

/** What a person can read: all channels of the workspace, those shared with it, their own conversation with the bot, oldest first. */
export function screenOf(state: State, member: Member): readonly Message[] {
  return [...state.channels.values()]
    .filter(({ teamId, sharedWith }) => teamId === member.teamId || sharedWith.has(member.teamId))
    .filter(({ owner }) => owner === null || owner === member.id)
    .flatMap(({ messages }) => messages)
    .filter(({ onlyFor }) => onlyFor === null || onlyFor === member.id)
    .toSorted((a, b) => Number(a.ts) - Number(b.ts));
}
