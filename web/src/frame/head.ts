import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';

/** What the page's head says of the screen; filled while the server renders. */
export interface Head {
  title: string;
  description: string;
  /** 404 where the screen found nothing to show. */
  status: number;
  /** How many of the answers that the screen shows were given, and how the first that was not was refused. */
  given: number;
  refused: number | null;
}

export const emptyHead = (): Head => ({ title: '', description: '', status: 200, given: 0, refused: null });

export const HeadContext = createContext<Head>(emptyHead());

/** What is no fault of the address: the same will be there later. */
const isPassing = (status: number): boolean => status === 429 || status >= 500;

/**
 * What the page answers to machines. A part that is refused is told within a page that shows the rest; a page that
 * shows nothing but refusals is refused itself, and one that only lacks something for now says so.
 */
export const statusOf = ({ status, given, refused }: Head): number =>
  status === 200 && refused !== null && (given === 0 || isPassing(refused)) ? refused : status;

/** Notes of an answer that a screen shows, or would have, how it was given. Only the server reads it. */
export const useGiven = (refusedAs: number | null | undefined): void => {
  const head = useContext(HeadContext);
  if (refusedAs === undefined) return;
  if (refusedAs === null) head.given += 1;
  else if (head.refused === null || isPassing(refusedAs)) head.refused = refusedAs;
};

/** The screen's name, in the tab and for who reads by ear; and in a line what it shows, for who finds it elsewhere. */
export const useTitle = (title: string, description = ''): void => {
  const head = useContext(HeadContext);
  head.title = title;
  head.description = description;
  useEffect(() => {
    document.title = title === '' ? 'Sepikul' : `${title} · Sepikul`;
  }, [title]);
};

/** Tells whoever asked for the page, machines too, that there is no such thing; null: nothing to be told. */
export const useStatus = (status: number | null): void => {
  const head = useContext(HeadContext);
  if (status !== null) head.status = status;
};
