export { StoreUnavailable } from '../store/interfaces/store.js';
