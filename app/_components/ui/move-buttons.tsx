import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from "lucide-react";
import { Button } from "./button";

interface Props {
  /** The way the list runs. */
  along: "down" | "across";
  /** What each button says, for whoever does not see the arrow. */
  earlier: string;
  later: string;
  isFirst: boolean;
  isLast: boolean;
  onMove(by: 1 | -1): void;
}

const arrows = {
  down: [
    { by: -1, Icon: ArrowUp, keys: "Alt+ArrowUp" },
    { by: 1, Icon: ArrowDown, keys: "Alt+ArrowDown" },
  ],
  across: [
    { by: -1, Icon: ArrowLeft, keys: "Alt+ArrowLeft" },
    { by: 1, Icon: ArrowRight, keys: "Alt+ArrowRight" },
  ],
} as const;

/** Moves something one place in its list; aria-disabled and not disabled: at an end the button must keep the focus. */
export function MoveButtons({ along, earlier, later, isFirst, isLast, onMove }: Props) {
  return arrows[along].map(({ by, Icon, keys }) => (
    <Button
      key={by}
      size="icon"
      variant="quiet"
      aria-label={by < 0 ? earlier : later}
      aria-keyshortcuts={keys}
      aria-disabled={by < 0 ? isFirst : isLast}
      onClick={() => onMove(by)}
    >
      <Icon aria-hidden className="size-5" />
    </Button>
  ));
}
