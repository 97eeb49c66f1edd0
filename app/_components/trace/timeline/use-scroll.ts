import { type RefObject, useEffect, useState } from "react";

/** How far a box is scrolled and how tall it is, in pixels. */
export function useScroll(box: RefObject<HTMLElement | null>): { offset: number; height: number } {
  const [seen, see] = useState({ offset: 0, height: 600 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => see({ offset: element.scrollTop, height: element.clientHeight });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [box]);
  return seen;
}
