/** What can be read out on its own, from a row of a list up to the whole page. */
const parts = "li, section, form, header, aside, dialog, main";

/**
 * When what has the focus goes, the nearest part of the page that it stood in takes it: a list item itself, any other part
 * at its heading. Otherwise whoever hears the page would be thrown back to its start, and whoever sees it would see no focus.
 * What a page does with the focus by itself goes before this. To be called once for a document.
 */
export function keepFocus(page: Document): void {
  /** What had the focus last, and all that it stood in, from the inside out; empty once it gave the focus up. */
  let path = pathOf(page.activeElement);
  let byPointer = false;
  const isNowhere = () => page.activeElement === null || page.activeElement === page.body;

  const takeUp = () => {
    const [last] = path;
    if (!last || last.isConnected || !isNowhere()) return;
    const target = restOf(path, page);
    // Of a page that is still coming there may be no heading yet: the next change asks again.
    if (target) give(target, { preventScroll: byPointer });
  };
  page.addEventListener("focusin", ({ target }) => {
    path = pathOf(target as Element);
  });
  page.addEventListener("focusout", () =>
    // Some browsers tell the same of what is removed; that is gone by then.
    setTimeout(() => {
      if (path[0]?.isConnected && isNowhere()) path = [];
    }),
  );
  const listen = (type: string, pointer: boolean) =>
    page.addEventListener(type, () => (byPointer = pointer), { capture: true, passive: true });
  listen("pointerdown", true);
  listen("wheel", true);
  listen("keydown", false);
  new MutationObserver(takeUp).observe(page.body, { childList: true, subtree: true });
}

function pathOf(element: Element | null): Element[] {
  const path: Element[] = [];
  for (let at = element; at && at !== at.ownerDocument.body; at = at.parentElement) path.push(at);
  return path;
}

/** Where the focus goes from an element that is gone; null where nothing can take it yet. */
function restOf(path: readonly Element[], page: Document): HTMLElement | null {
  const part = path.find((one) => one.isConnected && one.matches(parts) && one.checkVisibility());
  if (part?.matches("li")) return part as HTMLElement;
  const heading = (part ?? page).querySelector<HTMLElement>("h1, h2, h3");
  return part && !part.matches("main") ? (heading ?? (part as HTMLElement)) : heading;
}

/** Headings and list items take the focus only while it was given to them. */
function give(target: HTMLElement, options: FocusOptions): void {
  if (!target.hasAttribute("tabindex")) {
    target.tabIndex = -1;
    target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
  }
  target.focus(options);
}
