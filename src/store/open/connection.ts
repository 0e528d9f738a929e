import type { Database } from '../database.js';

/** What opening is busy with, told when it begins. */
export type StoreStep =
  /** Makes the embedded database: some seconds, once. */
  | { readonly kind: 'creating'; readonly folder: string }
  | { readonly kind: 'opening'; readonly folder: string }
  | { readonly kind: 'connecting'; readonly address: string }
  | { readonly kind: 'migrating'; readonly from: number; readonly to: number };

export type OnStoreStep = (step: StoreStep) => void;

export type Connection = {
  readonly kind: 'embedded' | 'server';
  readonly database: Database;
  readonly close: () => Promise<void>;
};
