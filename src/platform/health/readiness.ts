/** Said once by the process itself when it begins to stop, so that a proxy turns away before connections close. */
export const Readiness = { isStopping: false };
