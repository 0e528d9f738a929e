import type { ChatApp, ChatRequest, Placed } from '../../src/chat/port.js';

export type WatchedApp = {
  readonly app: ChatApp;
  /** Every request that a route was found for and run, in its place. */
  readonly events: readonly Placed<ChatRequest>[];
  /** How often a route was asked for. */
  readonly routed: () => number;
};

/** The same app, with all that reaches its handlers kept. */
export function watchedApp(app: ChatApp): WatchedApp {
  const events: Placed<ChatRequest>[] = [];
  let routed = 0;
  return {
    events,
    routed: () => routed,
    app: {
      ...app,
      route(request) {
        routed += 1;
        const route = app.route(request);
        if (route === null) return null;
        if (route.answer === 'form') {
          return {
            answer: 'form',
            open(place) {
              events.push({ ...request, place });
              return route.open(place);
            },
          };
        }
        return {
          answer: route.answer,
          handle(place, show) {
            events.push({ ...request, place });
            return route.handle(place, show);
          },
        };
      },
    },
  };
}
