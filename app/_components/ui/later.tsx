import { Activity, type ComponentType, lazy, memo, type ReactNode, useLayoutEffect, useRef } from "react";
import { handsNear } from "@/app/_data/hands-near";
import { loadPatiently } from "@/app/_data/load-patiently";
import { messagesIn, type Section } from "@/app/_data/messages/catalogue";
import { languageOfPage } from "@/app/_data/messages/language-of-page";
import { takeOver } from "./beforehand/take-over";

/**
 * A part of a page that the server sends as HTML, and whose script is fetched when the page is at rest or somebody is about
 * to use it. Until then its HTML stays as it is, as long as its properties do.
 * @param section what only this part says, fetched along with its script.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  section: Section,
): ComponentType<Props> {
  const Part = lazy(async () => {
    await handsNear();
    const [part] = await loadPatiently(() => Promise.all([load(), messagesIn(languageOfPage(), section)]));
    return { default: part };
  });
  // What stands in an Activity is hydrated by itself. Unlike Suspense it never shows a hole: the server sends it where it
  // belongs, and a page that the browser makes waits for it.
  return memo(function Later(props: Props) {
    return (
      <Activity>
        <Hydrated>
          <Part {...props} />
        </Hydrated>
      </Activity>
    );
  }) as unknown as ComponentType<Props>;
}

/** Does what was done to the part before its script was there, at once: a key pressed in between would be lost. */
function Hydrated({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (root.current) takeOver(root.current);
  }, []);
  return (
    <div ref={root} data-later className="contents">
      {children}
    </div>
  );
}
