export { isNonsense } from '../lookup/text/nonsense.js';
