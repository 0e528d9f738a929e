import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What lets somebody into a room by invitation: whoever has `invite` is a guest, whoever has `manage` manages it. */
export type Invitation = { readonly invite: string; readonly manage: string };

/** As what somebody is in the room. */
export type RoomAccess = 'guest' | 'manager';

/** Compares without telling by its time how much of it is right. */
function isSame(given: string, secret: string): boolean {
  const [one, other] = [given, secret].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** What a code opens; `null` for a wrong one. Both are compared, so that neither is told by the time. */
export function accessByCode({ invite, manage }: Invitation, code: string): RoomAccess | null {
  const isManager = isSame(code, manage);
  const isGuest = isSame(code, invite);
  if (isManager) return 'manager';
  return isGuest ? 'guest' : null;
}

/** What a browser keeps: it holds for this visitor alone, and only as long as the code behind it does. */
export function passOf({ invite, manage }: Invitation, access: RoomAccess, visitorId: string): string {
  const key = access === 'manager' ? manage : invite;
  return createHmac('sha256', key).update(`${access} ${visitorId}`).digest('base64url');
}

/** As what a pass lets this visitor in; `null` where it does not. */
export function accessByPass(invitation: Invitation, pass: string, visitorId: string): RoomAccess | null {
  const isManager = isSame(pass, passOf(invitation, 'manager', visitorId));
  const isGuest = isSame(pass, passOf(invitation, 'guest', visitorId));
  if (isManager) return 'manager';
  return isGuest ? 'guest' : null;
}

/** The link that a code is sent as. */
export function invitationLink(roomUrl: string, code: string): string {
  return `${roomUrl}/?code=${encodeURIComponent(code)}`;
}
