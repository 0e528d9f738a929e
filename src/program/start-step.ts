import type { AdapterState } from '../chat/port.js';
import type { StoreStep } from '../store/open/open.js';
import type { NotesNews } from './workspaces.js';

/** A step of the start, for the terminal and the log. */
export type StartStep =
  | StoreStep
  | { readonly kind: 'database-ready'; readonly applied: number }
  | { readonly kind: 'reading-notes'; readonly folder: string }
  | NotesNews
  /** The notes on disk changed while the program runs. */
  | { readonly kind: 'on-disk'; readonly news: NotesNews }
  /** All adapters are being started, at the same time. */
  | { readonly kind: 'joining'; readonly platforms: readonly string[] }
  | { readonly kind: 'adapter'; readonly platform: string; readonly state: AdapterState };

export type OnStep = (step: StartStep) => void;
