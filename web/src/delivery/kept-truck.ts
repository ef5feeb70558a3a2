import { useState } from 'preact/hooks';
import { keepText, keptText } from '../api/kept-text.js';

/** Trucks as the trade calls them, and what each carries. */
export const trucks = { pickup: 1, single: 2, double: 4, large: 8 } as const;
export type Truck = keyof typeof trucks;

const KEY = 'sepikul.truck';
const isTruck = (text: string | null): text is Truck => text !== null && text in trucks;

/** The truck that is loaded here, kept on this phone: it says nothing of who reads. */
export const useTruck = (): readonly [Truck | '', (truck: Truck | '') => void] => {
  const [truck, setTruck] = useState<Truck | ''>(() => {
    const kept = keptText(KEY);
    return isTruck(kept) ? kept : '';
  });
  return [
    truck,
    (next) => {
      keepText(KEY, next);
      setTruck(next);
    },
  ];
};
