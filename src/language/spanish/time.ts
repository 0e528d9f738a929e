import { timesIn, YEAR } from '../time.js';

const { raw } = String;
const MONTH = '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)';
const DAY = raw`(?:el\s)?\d{1,2}\sde\s${MONTH}(?:\sdel?\s${YEAR})?`;
const ROUGHLY = raw`(?:a\s(?:fines|finales|mediados|principios|comienzos)\sdel?|en|durante)\s(?:el\s|la\s|los\s)?`;

/** Where a sentence says when something was, by a year, a day or a century. */
export const spanishTime = timesIn([
  raw`entre\s${YEAR}\sy\s${YEAR}`,
  raw`de(?:sde)?\s${YEAR}\s(?:a|hasta)\s${YEAR}`,
  raw`(?:desde\s|hasta\s)?${DAY}`,
  raw`en\s${MONTH}\sdel?\s${YEAR}`,
  raw`(?:en|desde|hasta|hacia|alrededor\sde)\s(?:el\s)?(?:a[nñ]o\s)?(?:${YEAR}|\d{1,4}\s[ad]\.\s?C\.)`,
  raw`${ROUGHLY}(?:siglos?\s[IVXLC]+(?:\sy\s[IVXLC]+)?|d[eé]cada\sde\s(?:los\s)?\S+)`,
]);
