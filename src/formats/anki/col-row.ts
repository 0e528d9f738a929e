import type { Instant } from '../../core/local-date.js';
import type { WritableCell } from '../sqlite/write-database.js';
import { KEPT_FIELD } from './kept.js';
import { BASIC_TYPE, CSS, OWN_TYPES, type OwnType } from './own-types.js';

/** Anki's default, without which its programs refuse a collection. */
const LATEX_BEFORE =
  '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n' +
  '\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n';
const LATEX_AFTER = '\\end{document}';
const DEFAULT_DECK = 1;
const CONFIG_ID = 1;

function modelOf(type: OwnType, seconds: number) {
  return {
    id: type.id,
    name: type.name,
    type: type.isCloze ? 1 : 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: DEFAULT_DECK,
    tmpls: type.templates.map(({ name, question, answer }, ord) => {
      return { name, ord, qfmt: question, afmt: answer, bqfmt: '', bafmt: '', did: null };
    }),
    flds: type.fields.map((name, ord) => {
      const isKept = name === KEPT_FIELD;
      return {
        name,
        ord,
        sticky: false,
        rtl: false,
        font: 'Arial',
        size: 20,
        media: [],
        collapsed: isKept,
        plainText: isKept,
      };
    }),
    css: CSS,
    latexPre: LATEX_BEFORE,
    latexPost: LATEX_AFTER,
    tags: [],
    vers: [],
    ...(type.isCloze ? {} : { req: type.templates.map((_, ord) => [ord, 'any', [ord]]) }),
  };
}

function deckOf(id: number, name: string, seconds: number) {
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
  const more = {
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf: CONFIG_ID,
    extendNew: 10,
    extendRev: 50,
  };
  return { id, name, mod: seconds, usn: id === DEFAULT_DECK ? 0 : -1, ...today, ...more };
}

const DECK_CONFIG = {
  id: CONFIG_ID,
  mod: 0,
  name: 'Default',
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, minSpace: 1, perDay: 100 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
};

function configOf(minutesWest: number) {
  const shown = { activeDecks: [DEFAULT_DECK], curDeck: DEFAULT_DECK, curModel: BASIC_TYPE.id, nextPos: 1 };
  const sorting = { sortType: 'noteFld', sortBackwards: false, addToCur: true, newSpread: 0, dueCounts: true };
  return {
    ...shown,
    ...sorting,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dayLearnFirst: false,
    schedVer: 2,
    sched2021: true,
    creationOffset: minutesWest,
  };
}

type Collection = {
  readonly at: Instant;
  readonly createdSeconds: number;
  readonly minutesWest: number;
  readonly decks: readonly { readonly id: number; readonly name: string }[];
};

/** The one row of the table `col`: the settings, note types and decks of a collection. */
export function colRow({ at, createdSeconds, minutesWest, decks }: Collection): readonly WritableCell[] {
  const seconds = Math.floor(at / 1000);
  const all = [{ id: DEFAULT_DECK, name: 'Default' }, ...decks];
  const models = Object.fromEntries(OWN_TYPES.map((type) => [type.id, modelOf(type, seconds)]));
  const deckMap = Object.fromEntries(all.map(({ id, name }) => [id, deckOf(id, name, seconds)]));
  const texts = [configOf(minutesWest), models, deckMap, { [CONFIG_ID]: DECK_CONFIG }, {}].map((value) =>
    JSON.stringify(value),
  );
  return [1, createdSeconds, Math.floor(at), Math.floor(at), 11, 0, 0, 0, ...texts];
}
