import { Keyboard, Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { timelineMessages } from "@/app/_data/messages/timeline";
import { Button } from "../../ui/button";
import type { TimelineDeeds } from "./timeline-actions";

const t = timelineMessages;

const buttons = [
  { icon: ZoomIn, label: t.actions.zoomIn, always: true, run: (deeds: TimelineDeeds) => deeds.zoom(0.5) },
  { icon: ZoomOut, label: t.actions.zoomOut, always: false, run: (deeds: TimelineDeeds) => deeds.zoom(2) },
  { icon: Maximize2, label: t.actions.whole, always: false, run: (deeds: TimelineDeeds) => deeds.showWhole() },
  { icon: Keyboard, label: t.actions.keys, always: true, run: (deeds: TimelineDeeds) => deeds.listKeys() },
];

/** What the keys do, for the pointer. @param whole the whole time is in sight: there is nothing to zoom out of. */
export function Toolbar({ deeds, whole }: { deeds: TimelineDeeds; whole: boolean }) {
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{t.tools}</legend>
      {buttons.map(({ icon: Icon, label, always, run }) => (
        <Button
          key={label}
          variant="quiet"
          size="icon"
          aria-label={label}
          title={label}
          disabled={whole && !always}
          onClick={() => run(deeds)}
        >
          <Icon aria-hidden className="size-4" />
        </Button>
      ))}
    </fieldset>
  );
}
