import { Crosshair, RotateCw, X } from "lucide-react";
import { useRef } from "react";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import { type Refused, show } from "./refused";
import type { Tray } from "./tray";

/** The ways out where something on the tray cannot go into the batch. */
export function RefusedButtons({ tray, refused, retryable }: { tray: Tray } & Refused) {
  const t = useMessages("batch");
  const last = useRef("");
  const showNext = () => {
    last.current = refused[(refused.indexOf(last.current) + 1) % refused.length];
    show(tray, last.current);
  };
  const leaveOut = () => {
    tray.remove(refused);
    // What was in the way is gone, and these buttons with it.
    document.getElementById(controls.start)?.focus();
  };
  return (
    <>
      <Button className="max-sm:grow max-sm:px-3" onClick={showNext}>
        <Crosshair aria-hidden className="size-4" />
        {t.showRefused(refused.length)}
      </Button>
      <Button className="max-sm:grow max-sm:px-3" onClick={leaveOut}>
        <X aria-hidden className="size-4" />
        {t.leaveOut(refused.length)}
      </Button>
      {retryable.length > 1 && (
        <Button onClick={() => tray.retry(retryable)}>
          <RotateCw aria-hidden className="size-4" />
          {t.retryAll}
        </Button>
      )}
    </>
  );
}
