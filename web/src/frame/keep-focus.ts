/**
 * Who goes by keyboard or by ear goes on where they were: what had the focus is often gone once it was pressed, or can
 * be pressed no more, and browsers then begin at the top of the page. The nearest that still stands takes the focus.
 */
export const keepFocus = (page: HTMLElement): void => {
  let trail: readonly HTMLElement[] = [];
  const note = (): void => {
    const found: HTMLElement[] = [];
    for (let at = document.activeElement; at instanceof HTMLElement && at !== page; at = at.parentElement)
      found.push(at);
    trail = found;
  };
  note();
  page.addEventListener('focusin', note);
  new MutationObserver(() => {
    const { activeElement, body } = document;
    const [last] = trail;
    const isLost = activeElement === body ? last?.isConnected === false : activeElement?.matches(':disabled');
    if (isLost !== true) return;
    const near = trail.find((each) => each.isConnected && !each.matches(':disabled'));
    if (near === undefined) return;
    near.tabIndex = -1;
    near.focus({ preventScroll: true });
  }).observe(page, { childList: true, subtree: true, attributeFilter: ['disabled'] });
};
