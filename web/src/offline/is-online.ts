import { signal } from '@preact/signals';

/** Whether the phone believes it has a network. A server that does not answer is told by each question itself. */
export const isOnline = signal(true);

/** Follows the browser's word. Called once. */
export const watchNetwork = (): void => {
  const look = (): void => {
    isOnline.value = navigator.onLine;
  };
  addEventListener('online', look);
  addEventListener('offline', look);
  look();
};
