import { workspaceId } from '../core/ids.js';

/** The local room's workspace. */
export const LOCAL_WORKSPACE = workspaceId('web:local');
