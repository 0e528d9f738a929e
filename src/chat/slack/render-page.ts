import type { KnownBlock } from '@slack/types';
import { controlsOf } from '../controls-of.js';
import { fitView } from '../fit.js';
import type { View } from '../port.js';
import { LIMITS, VIEW_LIMITS } from './limits.js';
import { viewBlocks } from './render-view.js';

/** A view as the blocks of a modal or a home tab, which have one page. What that has no room for ends in "…". */
export function pageBlocks(view: View): KnownBlock[] {
  const { pages, rest } = fitView(view, VIEW_LIMITS);
  let from = 0;
  const blocks = pages.flatMap((page): KnownBlock[] => {
    const own = viewBlocks(page, from);
    from += controlsOf(page).length;
    return own;
  });
  const end: KnownBlock[] = rest === null ? [] : viewBlocks({ body: [{ kind: 'text', markdown: '…' }] });
  return [...blocks.slice(0, LIMITS.viewBlocks - end.length), ...end];
}
