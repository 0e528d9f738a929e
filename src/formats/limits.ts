/** Ten megabytes: a file of cards, as it is sent. */
export { MAX_FILE_BYTES } from '../core/files.js';
/** What may come out of an archive, all entries together. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
export const MAX_ENTRIES = 10_000;
/** Databases of cards pack 4 to 30 times smaller; what packs far better than that holds nothing worth unpacking. */
export const MAX_PACKING_RATIO = 250;
/** Small files of zeros may pack as well as they like. */
export const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;
/** Cards of one deck. */
export const MAX_CARDS = 10_000;
export const MAX_DECKS = 1000;
/** Of all decks of a file of Anki's together. */
export const MAX_NOTES = 20 * MAX_CARDS;
/** Answers in a file's history, of all cards together. */
export const MAX_REVIEWS = 500_000;
/** Characters of one side of a card, HTML included: longer ones are articles. */
export const MAX_SIDE_LENGTH = 20_000;
/** Characters of a hint. */
export const MAX_HINT_LENGTH = 1000;
/** Of one card. */
export const MAX_TAGS = 100;
/** Characters of a tag. */
export const MAX_TAG_LENGTH = 1000;
/** Gaps with one number in one sentence. */
export const MAX_GAPS = 50;
/** Of a table, before it is split into rows. */
export const MOST_LINES = 50 * MAX_CARDS;
