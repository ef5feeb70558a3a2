import type { Page } from 'playwright-core';

/** What a page has for the keyboard: of radio buttons of one name only the one that has, or would get, the focus. */
const STOPS = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((each) => {
  if (each.disabled || each.tabIndex < 0 || each.closest('fieldset:disabled') !== null || !each.checkVisibility({ visibilityProperty: true })) return false;
  if (each.type !== 'radio') return true;
  const group = [...document.querySelectorAll('input[type="radio"]')].filter(({ name, disabled }) => name === each.name && !disabled);
  return each === (group.find(({ checked }) => checked) ?? group[0]);
})`;

const OPEN_ALL = `(() => {
  const shut = [...document.querySelectorAll('details:not([open]) > summary')].filter((each) => each.checkVisibility());
  for (const each of shut) each.click();
  return shut.length;
})()`;

/** Where the focus is now, and whether somebody who looks for it sees it: neither without a frame nor behind a bar. */
const LOOK = `(() => {
  const now = document.activeElement;
  const told = now.outerHTML.replace(/<svg.*?<\\/svg>/gs, '').slice(0, 120);
  const isFramed = (each) => {
    if (each === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  const { left, top, right, bottom, width, height } = now.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const isAt = (at) => {
    const there = document.elementFromPoint(x, at);
    return there !== null && (now.contains(there) || there.contains(now) || [...(now.labels ?? [])].some((label) => label.contains(there)) ||
      now.parentElement.contains(there));
  };
  return {
    told,
    place: stops.indexOf(now),
    isNowhere: now === document.body,
    isFramed: [now, now.nextElementSibling, now.parentElement].some(isFramed),
    isCovered: width * height > 0 && !isAt(y),
    top: top + scrollY, bottom: bottom + scrollY, isInMain: now.closest('main') !== null,
  };
})()`;

interface Look {
  readonly told: string;
  readonly place: number;
  readonly isNowhere: boolean;
  readonly isFramed: boolean;
  readonly isCovered: boolean;
  readonly isInMain: boolean;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Goes through the page as it stands by Tab alone, with everything folded opened (and left so), from its first link to its
 * last.
 * @returns in words what is not reached, comes in another order than it is read, or has a focus nobody can see.
 */
export const keyboardFaults = async (page: Page, settled: () => Promise<void>): Promise<string[]> => {
  // What was folded may hold more that is folded.
  while ((await page.evaluate<number>(OPEN_ALL)) > 0) await settled();
  const count = await page.evaluate<number>(
    `(globalThis.stops = ${STOPS}, document.querySelector('.skip').focus(), stops.length)`,
  );
  const faults: string[] = [];
  const seen = new Set([0]);
  let before: Look | null = null;
  // A box that scrolls is a stop of its own in this browser, which no list of ours knows.
  for (let press = 0; press < count * 1.5 + 5 && seen.size < count; press += 1) {
    await page.keyboard.press('Tab');
    const now: Look = await page.evaluate<Look>(LOOK);
    if (now.isNowhere) break;
    if (now.place >= 0) seen.add(now.place);
    if (!now.isFramed) faults.push(`the focus is nowhere to be seen: ${now.told}`);
    if (now.isCovered) faults.push(`the focus is behind something: ${now.told}`);
    if (before !== null && before.isInMain && now.isInMain && now.bottom < before.top)
      faults.push(`the focus goes back up, from ${before.told} to ${now.told}`);
    before = now;
  }
  const missed = await page.evaluate<string[]>(
    `stops.filter((each, place) => !${JSON.stringify([...seen])}.includes(place)).map((each) => each.outerHTML.slice(0, 120))`,
  );
  faults.push(...missed.map((told) => `Tab does not reach ${told}`));
  return [...new Set(faults)];
};
