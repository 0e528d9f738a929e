import type { Database } from '../database.js';

/** A step of opening, reported when it begins. */
export type StoreStep =
  /** Creates the embedded database, which takes some seconds, once. */
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
