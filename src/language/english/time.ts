import { timesIn, YEAR } from '../time.js';

const { raw } = String;
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)';

/** Where a sentence says when something was, by a year, a day or a century. */
export const englishTime = timesIn([
  raw`between\s${YEAR}\sand\s${YEAR}`,
  raw`from\s${YEAR}\s(?:to|until)\s${YEAR}`,
  raw`(?:on\s|since\s|until\s)?${MONTH}\s\d{1,2}(?:st|nd|rd|th)?,\s${YEAR}`,
  raw`(?:on\s)?(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?${MONTH}(?:\s${YEAR})?`,
  raw`in\s${MONTH}\s(?:of\s)?${YEAR}`,
  raw`(?:in|since|until|around|by)\s(?:the\s(?:early\s|late\s|mid[-\s])?)?(?:${YEAR}s?|\d{1,2}(?:st|nd|rd|th)\scentury|\d{1,4}\s(?:BCE?|AD|CE))`,
]);
