import { pattern } from '../../core/word-pattern.js';
import { anyList } from '../lists.js';

const UNITS_OF_SCIENCE = '[kKMGTP]?i?[bB](?:ps|its?|ytes?)?|[mµn]s|s|[kcm]?m|kg|mg|g|[kMG]?Hz|[kM]?[VWA]|°C';
const UNIT = pattern('u')`^(?:${UNITS_OF_SCIENCE}|${anyList('units')})$`;
const NUMBERED = pattern('iu')`^${anyList('numbered things')}$`;

/** What an amount is counted in; it is hidden with it. */
export function isUnit(word: string): boolean {
  return UNIT().test(word);
}

/** "Layer" of "Layer 7": a name with its number, no amount. */
export function takesNumber(word: string): boolean {
  return NUMBERED().test(word);
}
