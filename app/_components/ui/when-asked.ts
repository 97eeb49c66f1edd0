import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import { loadPatiently } from "@/app/_data/load-patiently";
import { messagesIn, type Section } from "@/app/_data/messages/catalogue";
import { languageOfPage } from "@/app/_data/messages/language-of-page";

/**
 * A part of a page that is fetched when it is first shown, and shows nothing until then. While the server cannot be reached
 * it is waited for: the page goes on without it.
 * @param section what only this part says, fetched along with it.
 */
export const whenAsked = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  section: Section,
): ComponentType<Props> =>
  dynamic(
    async () => {
      const [part] = await loadPatiently(() => Promise.all([load(), messagesIn(languageOfPage(), section)]));
      return part;
    },
    { ssr: false },
  );
