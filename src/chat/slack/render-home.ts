import type { HomeView } from '@slack/types';
import type { View } from '../port.js';
import { pageBlocks } from './render-page.js';

/** A view as the app's home tab. */
export function renderHome(view: View): HomeView {
  return { type: 'home', blocks: pageBlocks(view) };
}
