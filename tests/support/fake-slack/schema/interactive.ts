import type { MessageBlock } from './blocks.js';
import type { ActionElement, InputElement } from './elements.js';

/** Something in a message or view that somebody can use. */
export type Interactive = {
  /** Where it stands, as the keys that lead to it from the array of blocks. */
  readonly path: readonly (string | number)[];
  readonly blockId: string;
  readonly actionId: string;
  readonly element: ActionElement | InputElement;
};

type Found = Pick<Interactive, 'path' | 'element'>;

function elementsOf(block: MessageBlock): readonly Found[] {
  switch (block.type) {
    case 'actions':
      return block.elements.map((element, index) => ({ path: ['elements', index], element }));
    case 'input':
      return [{ path: ['element'], element: block.element }];
    case 'section':
      if (block.accessory === undefined || block.accessory.type === 'image') return [];
      return [{ path: ['accessory'], element: block.accessory }];
    default:
      return [];
  }
}

/** The block's own id, or the one that Slack makes up. */
export function blockIdOf(block: MessageBlock, index: number): string {
  return block.block_id ?? `made-up-${index}`;
}

export function interactivesOf(blocks: readonly MessageBlock[]): readonly Interactive[] {
  return blocks.flatMap((block, index) =>
    elementsOf(block).map(({ path, element }) => {
      const blockId = blockIdOf(block, index);
      return {
        path: [index, ...path],
        blockId,
        actionId: element.action_id ?? `${blockId}-${path.join('-')}`,
        element,
      };
    }),
  );
}
