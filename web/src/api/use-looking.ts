import { useEffect } from 'preact/hooks';

const EVERY_MS = 5_000;

/** Asks again now and then while somebody else may move a thing on: another person, on another phone. */
export const useLooking = (isOn: boolean, again: () => void): void => {
  useEffect(() => {
    if (!isOn) return;
    const looking = setInterval(() => {
      if (document.visibilityState === 'visible') again();
    }, EVERY_MS);
    return () => {
      clearInterval(looking);
    };
  }, [isOn]);
};
