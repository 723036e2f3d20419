/** Under this token Nest provides the {@link EventStore}. */
export const EVENT_STORE = Symbol('EVENT_STORE');
