/** The size limit for files of cards too. */
export { MAX_FILE_BYTES } from '../core/files.js';
/** Limit of the unpacked size of all entries of an archive. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
export const MAX_ENTRIES = 10_000;
/** Collections pack 4 to 30 times smaller; a much higher ratio means an archive that is made to exhaust memory. */
export const MAX_PACKING_RATIO = 250;
/** Smaller files may have any ratio. */
export const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;
/** Cards of one deck. */
export const MAX_CARDS = 10_000;
export const MAX_DECKS = 1000;
/** Notes of all decks of an Anki file together. */
export const MAX_NOTES = 20 * MAX_CARDS;
/** Answers in a file's history, of all cards together. */
export const MAX_REVIEWS = 500_000;
/** Characters of one side of a card, HTML included. */
export const MAX_SIDE_LENGTH = 20_000;
/** Characters of a hint. */
export const MAX_HINT_LENGTH = 1000;
/** Tags of one card. */
export const MAX_TAGS = 100;
/** Characters of a tag. */
export const MAX_TAG_LENGTH = 1000;
/** Gaps with one number in one sentence. */
export const MAX_GAPS = 50;
/** Lines of a table, before it is split into rows. */
export const MOST_LINES = 50 * MAX_CARDS;
