import { workspaceId } from '../core/ids.js';

/** The workspace of the local web chat. */
export const LOCAL_WORKSPACE = workspaceId('web:local');
