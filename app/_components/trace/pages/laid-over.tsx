import { Pause, Play } from "lucide-react";
import { type CSSProperties, type ReactNode, useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../../ui/button";
import { Reveal, RevealSlider } from "../../ui/reveal";
import { PictureFrame } from "./picture-frame";
import { useBlink } from "./use-blink";

export type OverMode = "over" | "blink" | "difference";

interface Props {
  mode: OverMode;
  size: { width: number; height: number };
  source: ReactNode;
  result: ReactNode;
  /** What lies on both. */
  light: ReactNode;
}

/** Source over slide, to be told apart by a slider, in turns, or by what differs. */
export function LaidOver({ mode, size, source, result, light }: Props) {
  const t = useMessages("trace").pages;
  const [share, setShare] = useState(50);
  const blink = useBlink(mode === "blink");
  const looks: Record<Exclude<OverMode, "over">, CSSProperties> = {
    blink: { visibility: blink.first ? "visible" : "hidden" },
    difference: { mixBlendMode: "difference" },
  };
  return (
    <>
      <PictureFrame title={`${t.source} / ${t.result}`} {...size}>
        {mode === "over" ? (
          <Reveal below={result} above={source} share={share} />
        ) : (
          <>
            {result}
            <div className="pointer-events-none absolute inset-0 bg-paper" data-over={mode} style={looks[mode]}>
              {source}
            </div>
          </>
        )}
        {light}
      </PictureFrame>
      {mode === "over" && <RevealSlider label={t.slider} share={share} onShare={setShare} />}
      {mode === "blink" && (
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={blink.toggle}>
            {blink.going ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
            {blink.going ? t.blinkStop : t.blinkGo}
          </Button>
          <span className="text-muted-foreground text-sm">{t.blinkShown(blink.first ? t.source : t.result)}</span>
        </div>
      )}
      {mode === "difference" && <p className="text-muted-foreground text-sm">{t.differenceHint}</p>}
    </>
  );
}
