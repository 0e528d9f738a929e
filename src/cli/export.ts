import { readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DeckId, deckId, type LearnerId, learnerId, type WorkspaceId, workspaceId } from '../core/ids.js';
import type { Config } from '../program/config.js';
import { LOCAL_WORKSPACE } from '../program/local-workspace.js';
import type { Store } from '../store/interfaces/store.js';
import { openStore } from '../store/open/open.js';
import { EXPORT_FORMATS, type Exported, type FindMedia, writeExport } from '../tutor/decks/export-deck.js';
import { choose } from './choice.js';
import { configured } from './configured.js';
import { type ExitCode, type Io, usageError } from './io.js';
import { say } from './messages/say.js';
import { tutorContext } from './tutor-context.js';

export type ExportOptions = {
  readonly format: string;
  readonly workspace: string;
  readonly deck: string | null;
  /** The learner whose progress an Anki package contains; `null` for none. */
  readonly learner: string | null;
  /** `null` for standard output, which takes only text formats. */
  readonly out: string | null;
};

const BINARY: ReadonlySet<string> = new Set(['apkg', 'zip']);
const MAX_ID = 128;

/** `repaso export`: writes decks, and progress where asked, to one file. */
export async function exportCards(io: Io, options: ExportOptions): Promise<ExitCode> {
  const format = choose(io, '--format', EXPORT_FORMATS, options.format);
  if (options.out === null && BINARY.has(format)) throw usageError(io, 'usage.export-out', { format });
  const config = configured(io);
  if (config === null) return 2;
  const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    const { store } = opened;
    const context = tutorContext(io, store);
    const workspace = await knownWorkspace(io, store, options.workspace);
    const ids = { deck: deckOf(options.deck), learner: learnerOf(options.learner) };
    const exported = await writeExport(context, workspace, { format, ...ids, findMedia: mediaBeside(config) });
    if (exported.kind !== 'exported') throw wordRefusal(io, options, exported);
    await write(io, options.out, exported.bytes);
    report(io, exported);
    return 0;
  } finally {
    await opened.close();
  }
}

function deckOf(name: string | null): DeckId | null {
  return name === null ? null : deckId(name.slice(0, MAX_ID) || ' ');
}

function learnerOf(name: string | null): LearnerId | null {
  return name === null ? null : learnerId(name.slice(0, MAX_ID) || ' ');
}

/** Before the first start there is no local workspace, so there is nothing to export; that is no mistake. */
async function knownWorkspace(io: Io, { workspaces }: Store, name: string): Promise<WorkspaceId> {
  const known = await workspaces.list();
  if (name === LOCAL_WORKSPACE || known.some((workspace) => workspace.id === name)) return workspaceId(name);
  throw usageError(io, 'usage.workspace', { name, known: known.map((workspace) => workspace.id).join(', ') });
}

function wordRefusal(io: Io, options: ExportOptions, refused: Exclude<Exported, { readonly kind: 'exported' }>): Error {
  if (refused.kind === 'no-such-deck') {
    return usageError(io, 'usage.deck', { name: options.deck ?? '', known: refused.decks.join(', ') });
  }
  const known = refused.learners.join(', ');
  if (refused.kind === 'which-learner') return usageError(io, 'usage.which-learner', { known });
  return usageError(io, 'usage.learner', { name: options.learner ?? '', known });
}

async function write(io: Io, out: string | null, bytes: Uint8Array): Promise<void> {
  if (out === null) {
    io.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).trimEnd());
    return;
  }
  try {
    await writeFile(out, bytes);
  } catch (error) {
    throw usageError(io, 'usage.out', { file: out, reason: error instanceof Error ? error.message : '' });
  }
}

function report(io: Io, exported: Extract<Exported, { readonly kind: 'exported' }>): void {
  const { decks, cards, learners, missingMedia } = exported;
  const names = new Intl.ListFormat(io.language).format(learners);
  io.err(say(io.language, 'export.done', { decks, cards, learners: learners.length, names }));
  for (const name of missingMedia) io.err(say(io.language, 'export.no-media', { name }));
}

/** The path as it is, and percent-decoded. */
function spellings(name: string): readonly string[] {
  try {
    return [...new Set([name, decodeURIComponent(name)])];
  } catch {
    return [name];
  }
}

/** Finds pictures and recordings beside the notes, never outside their folder. */
function mediaBeside({ flashcardsDir }: Config): FindMedia {
  const read = async (location: string): Promise<Uint8Array | null> => {
    try {
      const [root, real] = await Promise.all([realpath(flashcardsDir), realpath(location)]);
      const isInside = real.startsWith(`${root}${path.sep}`);
      return isInside && (await stat(real)).isFile() ? await readFile(real) : null;
    } catch {
      return null;
    }
  };
  return async (name, noteFile) => {
    for (const spelling of spellings(name)) {
      const found = await read(path.join(flashcardsDir, path.dirname(noteFile), spelling));
      if (found !== null) return found;
    }
    return null;
  };
}
