import type { MessageBlock } from './schema/blocks.js';
import type { Interactive } from './schema/interactive.js';
import { labelOf, screenOf } from './screen.js';
import type { Member, Message, State, StoredView } from './state.js';

/** What somebody acts on: a message, the home tab or a modal. */
export type Target =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'view'; readonly stored: StoredView };

/** What stands under that id on a person's screen. */
export function targetOf(state: State, member: Member, id: string): Target {
  const message = screenOf(state, member).find(({ ts }) => ts === id);
  if (message) return { kind: 'message', message };
  const stored = [...member.modals, ...(member.home ? [member.home] : [])].find((view) => view.id === id);
  if (stored) return { kind: 'view', stored };
  throw new Error(`${member.name} does not see ${id}`);
}

export function blocksOf(target: Target): readonly MessageBlock[] {
  return target.kind === 'view' ? target.stored.view.blocks : target.message.content.blocks;
}

export function pick(all: readonly Interactive[], label: string): Interactive {
  const found = all.find((each) => labelOf(each) === label);
  if (found) return found;
  throw new Error(`no "${label}" among ${all.map(labelOf).join(', ')}`);
}
