import { Keyboard, Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { ToolButtons } from "../../ui/tool-buttons";
import type { TimelineDeeds } from "./timeline-actions";

/** What the keys do, for the pointer. @param whole the whole time is in sight: there is nothing to zoom out of. */
export const Toolbar = ({ deeds, whole }: { deeds: TimelineDeeds; whole: boolean }) => {
  const t = useMessages("timeline");
  return (
    <ToolButtons
      label={t.tools}
      tools={[
        { icon: ZoomIn, label: t.actions.zoomIn, run: () => deeds.zoom(0.5) },
        { icon: ZoomOut, label: t.actions.zoomOut, idle: whole, run: () => deeds.zoom(2) },
        { icon: Maximize2, label: t.actions.whole, idle: whole, run: () => deeds.showWhole() },
        { icon: Keyboard, label: t.actions.keys, run: () => deeds.listKeys() },
      ]}
    />
  );
};
