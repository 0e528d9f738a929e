import type { Database } from '../database.js';
import type { DataFolderLost } from './errors.js';

/** A step of opening, reported when it begins. */
export type StoreStep =
  /** Creates the embedded database, which takes some seconds, once. */
  | { readonly kind: 'creating'; readonly folder: string }
  | { readonly kind: 'opening'; readonly folder: string }
  /** Somebody whose process cannot be looked up has the folder: some seconds show whether they still do. */
  | { readonly kind: 'watching-lock'; readonly folder: string }
  | { readonly kind: 'connecting'; readonly address: string }
  | { readonly kind: 'migrating'; readonly from: number; readonly to: number };

export type OnStoreStep = (step: StoreStep) => void;

export type Connection = {
  readonly kind: 'embedded' | 'server';
  readonly database: Database;
  /** Resolves when this process has lost the data folder to another: it is to end at once. Never for a server. */
  readonly lost: Promise<DataFolderLost>;
  readonly close: () => Promise<void>;
};

/** For what no other process can take away. */
export const NEVER_LOST: Promise<DataFolderLost> = new Promise(() => {});
