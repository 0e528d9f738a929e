export type { Ack, Delivery, DeliveryKind, LoggedAck, Via } from './delivery.js';
export {
  ALL_SCOPES,
  type FakeSlack,
  type FakeSlackOptions,
  type PersonOptions,
  startFakeSlack,
  type Way,
} from './fake-slack.js';
export type { Fault } from './faults.js';
export type { HttpOptions, HttpResult } from './http-delivery.js';
export type { Saying, SlackPerson } from './person.js';
export type { Channel, Message, Team } from './state.js';
