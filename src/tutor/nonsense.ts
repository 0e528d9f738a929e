export { isNonsense } from '../language/nonsense.js';
