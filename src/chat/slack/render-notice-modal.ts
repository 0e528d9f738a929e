import type { ModalView } from '@slack/types';
import type { View } from '../port.js';
import { LIMITS } from './limits.js';
import { plain } from './plain.js';
import { pageBlocks } from './render-page.js';

/**
 * A view as a modal to be read, where a form was asked for and cannot be shown. Its buttons are left out: an answer to
 * one would have no message to go to.
 */
export function renderNoticeModal(view: View, words: { readonly title: string; readonly close: string }): ModalView {
  const { controls = [], ...readable } = view;
  return {
    type: 'modal',
    title: plain(words.title, LIMITS.modalTitle),
    close: plain(words.close, LIMITS.modalTitle),
    blocks: pageBlocks({ ...readable, controls: controls.filter(({ kind }) => kind === 'link') }),
  };
}
