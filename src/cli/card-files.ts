import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { WorkspaceId } from '../core/ids.js';
import type { Problem } from '../core/problem.js';
import type { ReadCards } from '../formats/card-file.js';
import { isCardFile, readCardFile } from '../formats/read-card-file.js';
import { isArchive } from '../formats/read-notes-zip.js';
import { readSentFile, type SentFileContent } from '../formats/read-sent-file.js';
import type { ChangedBy } from '../store/interfaces/decks.js';
import type { TutorContext } from '../tutor/context.js';
import { type CardPlan, importCards, planCards } from '../tutor/decks/import-cards.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';

/** A file of cards as it was read, and the name by which people know it. */
export type CardFile = { readonly file: string; readonly read: ReadCards };

const systemError = z.object({ code: z.string() });

/** The paths that name files of cards, archives of several, and notes. */
export function sortPaths(paths: readonly string[]): {
  readonly cards: readonly string[];
  readonly archives: readonly string[];
  readonly notes: readonly string[];
} {
  const others = paths.filter((each) => !isCardFile(each));
  return {
    cards: paths.filter(isCardFile),
    archives: others.filter(isArchive),
    notes: others.filter((each) => !isArchive(each)),
  };
}

/** The file's bytes, or the problem of one that is not there or cannot be read. */
async function bytesOf(io: Io, location: string): Promise<Uint8Array | Problem> {
  try {
    return await readFile(location);
  } catch (error) {
    const reason = systemError.safeParse(error).data?.code ?? 'unknown';
    const code = reason === 'ENOENT' ? 'missing' : 'unreadable';
    const message = say(io.language, `file.${code}`, { reason, megabytes: 0, other: '' });
    return { file: location, line: 1, code, severity: 'error', message };
  }
}

/** Reads files of cards; one that is not there is a problem like any other. */
export async function readCardFiles(io: Io, paths: readonly string[]): Promise<readonly CardFile[]> {
  return Promise.all(
    paths.map(async (each): Promise<CardFile> => {
      const file = path.basename(each);
      const bytes = await bytesOf(io, each);
      if (bytes instanceof Uint8Array) return { file, read: await readCardFile(file, bytes) };
      return { file, read: { format: null, decks: [], media: [], problems: [bytes] } };
    }),
  );
}

/** Reads archives of notes and files of cards, as if what is in them had been named. */
export async function readArchives(io: Io, paths: readonly string[]): Promise<SentFileContent> {
  const contents: SentFileContent[] = [];
  for (const each of paths) {
    const bytes = await bytesOf(io, each);
    contents.push(
      bytes instanceof Uint8Array
        ? await readSentFile(path.basename(each), bytes)
        : { notes: [], cards: [], problems: [bytes] },
    );
  }
  return {
    notes: contents.flatMap(({ notes }) => notes),
    // What is wrong in a file of an archive is told with the archive.
    cards: contents.flatMap(({ cards }) => cards.map(({ file, read }) => ({ file, read: { ...read, problems: [] } }))),
    problems: contents.flatMap(({ problems }) => problems),
  };
}

/** What the files would change in a workspace, or, where somebody applies them, have changed. */
export async function planCardFiles(
  context: TutorContext,
  workspace: WorkspaceId,
  files: readonly CardFile[],
  by: ChangedBy | null,
): Promise<readonly CardPlan[]> {
  const plans: CardPlan[] = [];
  for (const { file, read } of files) {
    const whose = { kind: 'everyone', owner: null } as const;
    plans.push(
      ...(by === null
        ? await planCards(context, workspace, read)
        : (await importCards(context, workspace, file, read, whose, by)).plans),
    );
  }
  return plans;
}
