// Fits the weights by which typed answers are graded, from answers that people have graded.
//
//   npm run build && node scripts/fit-grading.mjs FILE… [--write]
//
// Each line of a file is {"id", "question", "expected", "answer", "human"}: `expected` one answer or a list, `human` a grade
// from 0 to 5 (correct from 4) or a word ("correct" or not). Questions with one answer and those with several get weights of
// their own. `FILE:train/` takes only rows whose id begins so, `FILE#A` only the half whose ids have an even hash. Prints what
// it finds with each question held back in turn; `--write` keeps the weights.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { compare, MEASURES } from '../dist/grading/measures.js';
import { readWords } from '../dist/grading/read-words.js';

/** Of most measures more must never make an answer worse (1) or better (-1): noise in few answers says so now and then. */
const SIGN = { both: 1, kept: 1, letters: 1, newLetters: 1, order: 1, denial: -1, noted: 0, typed: 0 };
const RIDGE = 3;
const FOLDS = 6;
const TARGET = new URL('../words/grading/weights.json', import.meta.url);

function halfOf(id) {
  return createHash('sha256').update(String(id)).digest()[0] % 2 === 0 ? 'A' : 'B';
}

function readRows(spec) {
  const [, file, start = '', half] = /^(.*?)(?::([^#]*))?(?:#([AB]))?$/u.exec(spec);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ id }) => String(id).startsWith(start) && (half === undefined || halfOf(id) === half))
    .map((row) => ({ ...row, isCorrect: typeof row.human === 'number' ? row.human >= 4 : row.human === 'correct' }));
}

/** The measures of a row against each of its answers. */
function measure({ question, expected, answer }) {
  const [asked, given] = [question, answer].map((text) => readWords(text, null));
  return [expected].flat().map((noted) => {
    const { measures } = compare({ question: asked, noted: readWords(noted, null), given });
    return MEASURES.map((name) => measures[name]);
  });
}

const chance = (x, { bias, weights }) =>
  1 / (1 + Math.exp(-(bias + x.reduce((sum, value, at) => sum + value * weights[at], 0))));

/** Logistic regression with a ridge; the answer of the notes that fits best stands for its row. */
function fitTo(rows) {
  let model = { bias: -2, weights: MEASURES.map((name) => SIGN[name]) };
  for (let round = 0; round < 8; round += 1) {
    const chosen = rows.map(({ x }) =>
      x.reduce((best, each) => (chance(each, model) > chance(best, model) ? each : best)),
    );
    model = descend(
      chosen,
      rows.map(({ isCorrect }) => (isCorrect ? 1 : 0)),
      model,
    );
  }
  return model;
}

function descend(xs, ys, start) {
  const middle = MEASURES.map((_, at) => meanOf(xs.map((x) => x[at])));
  const scale = MEASURES.map((_, at) => spread(xs.map((x) => x[at])));
  let bias = start.bias + start.weights.reduce((sum, weight, at) => sum + weight * middle[at], 0);
  let weights = start.weights.map((weight, at) => weight * scale[at]);
  const z = xs.map((x) => x.map((value, at) => (value - middle[at]) / scale[at]));
  const rate = 0.8 / xs.length;
  for (let step = 0; step < 600; step += 1) {
    const gradient = weights.map((weight) => RIDGE * weight);
    let down = 0;
    for (const [row, x] of z.entries()) {
      const miss = chance(x, { bias, weights }) - ys[row];
      down += miss;
      for (let at = 0; at < x.length; at += 1) gradient[at] += miss * x[at];
    }
    bias -= rate * down;
    weights = weights.map((weight, at) => {
      const next = weight - rate * gradient[at];
      const sign = SIGN[MEASURES[at]];
      return sign > 0 ? Math.max(0, next) : sign < 0 ? Math.min(0, next) : next;
    });
  }
  const unscaled = weights.map((weight, at) => weight / scale[at]);
  return { bias: bias - unscaled.reduce((sum, weight, at) => sum + weight * middle[at], 0), weights: unscaled };
}

function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spread(values) {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

function macroF1(scored, from) {
  const count = (said, is) => scored.filter((row) => row.chance >= from === said && row.isCorrect === is).length;
  const f1 = (hit, ...missed) => (hit === 0 ? 0 : (2 * hit) / (2 * hit + missed[0] + missed[1]));
  const [tp, fp, fn, tn] = [count(true, true), count(true, false), count(false, true), count(false, false)];
  return (f1(tp, fp, fn) + f1(tn, fn, fp)) / 2;
}

const bestChance = (row, model) => Math.max(...row.x.map((x) => chance(x, model)));

/** Each question is graded by weights that were fitted without it. */
function heldBack(rows) {
  const foldOf = ({ question, expected }) =>
    createHash('sha256')
      .update(`${question}${[expected].flat()[0]}`)
      .digest()[1] % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitTo(rows.filter((row) => foldOf(row) !== fold));
    return rows.filter((row) => foldOf(row) === fold).map((row) => ({ ...row, chance: bestChance(row, model) }));
  }).flat();
}

function learn(name, rows) {
  const scored = heldBack(rows);
  const from = Array.from({ length: 41 }, (_, at) => 0.3 + at / 100);
  // Of what is about as good as the best the strictest: where it is unsure, the person decides.
  const best = Math.max(...from.map((each) => macroF1(scored, each)));
  const good = from.filter((each) => macroF1(scored, each) > best - 0.006);
  const correctFrom = good.at(-1);
  const model = fitTo(rows);
  const round = (value) => Math.round(value * 1000) / 1000;
  console.log(
    `${name}: ${rows.length} answers; held back: macro-F1 ${macroF1(scored, correctFrom).toFixed(3)} from ${correctFrom}`,
  );
  const weights = Object.fromEntries(MEASURES.map((name, at) => [name, round(model.weights[at])]));
  console.log(weights, round(model.bias));
  return { bias: round(model.bias), weights, correctFrom: round(correctFrom), partialFrom: round(correctFrom / 2) };
}

const files = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const rows = files.flatMap(readRows).map((row) => ({ ...row, x: measure(row) }));
const one = learn(
  'one answer',
  rows.filter(({ x }) => x.length === 1),
);
const several = learn(
  'several',
  rows.filter(({ x }) => x.length > 1),
);
if (process.argv.includes('--write')) {
  const { note } = JSON.parse(readFileSync(TARGET, 'utf8'));
  writeFileSync(TARGET, `${JSON.stringify({ note, one, several }, null, 2)}\n`);
}
