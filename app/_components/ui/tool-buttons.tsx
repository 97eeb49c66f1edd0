import type { LucideIcon } from "lucide-react";
import { Button } from "./button";

export interface Tool {
  icon: LucideIcon;
  label: string;
  /** Whether there is nothing for it to do now; it stays where it is, and keeps the focus. */
  idle?: boolean;
  run(): void;
}

interface Props {
  /** What they are for, for whoever does not see them side by side. */
  label: string;
  tools: readonly Tool[];
  className?: string;
}

/** What the keys do, for pointer and thumb: a row of pictures with words for whoever asks. */
export function ToolButtons({ label: legend, tools, className = "" }: Props) {
  return (
    <fieldset className={`flex flex-wrap gap-1 ${className}`}>
      <legend className="sr-only">{legend}</legend>
      {tools.map(({ icon: Icon, label, idle = false, run }) => (
        <Button
          key={label}
          variant="quiet"
          size="icon"
          aria-label={label}
          title={label}
          aria-disabled={idle}
          onClick={idle ? undefined : run}
        >
          <Icon aria-hidden className="size-5" />
        </Button>
      ))}
    </fieldset>
  );
}
