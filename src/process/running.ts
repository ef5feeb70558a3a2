/** A part of the system that runs and can be stopped; stopping twice is stopping once. */
export interface Running {
  stop(): Promise<void>;
}
