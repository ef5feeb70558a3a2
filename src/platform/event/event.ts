/** What happened, in the past tense, as its stage announces it: ids and small facts only. */
export interface EventType<Payload extends object> {
  readonly type: string;
  of(payload: Payload): RecordedEvent<Payload>;
}

export interface RecordedEvent<Payload extends object = object> {
  readonly type: string;
  readonly payload: Payload;
}

/** An event as a consumer gets it: with the id under which the outbox holds it. */
export interface DeliveredEvent<Payload extends object> extends RecordedEvent<Payload> {
  readonly id: number;
  readonly recordedAt: Date;
}

export const eventType = <Payload extends object>(type: string): EventType<Payload> => ({
  type,
  of: (payload) => ({ type, payload }),
});
