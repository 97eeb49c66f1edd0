import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { SheetView } from "@/lib/contracts/sheet";

interface Props {
  url: string;
  /** Null where it cannot be told: then the page is as wide as the paper that the printer has. */
  sheet: SheetView | null;
  /** Whether somebody waits for it to be printed. */
  asked: boolean;
  /** It was handed to the printer's dialog; or could not be loaded. */
  onPrinted(printed: boolean): void;
}

/** The page that is looked at, as all there is on paper; of it nothing is seen on the screen. */
export function PrintedSheet({ url, sheet, asked, onPrinted }: Props) {
  const [state, setState] = useState<"loading" | "there" | "broken">("loading");
  useEffect(() => (sheet ? onPaperOf(sheet) : undefined), [sheet]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is printed once for each time it is asked for.
  useEffect(() => {
    if (!asked || state === "loading") return;
    if (state === "there") window.print();
    onPrinted(state === "there");
  }, [asked, state]);
  return createPortal(
    <img
      src={url}
      alt=""
      data-printed-sheet
      onLoad={() => setState("there")}
      onError={() => setState("broken")}
      style={sheet ? { width: `${sheet.width_mm}mm`, height: `${sheet.height_mm}mm` } : { width: "100%" }}
    />,
    document.body,
  );
}

/** Takes the printer's paper to be of the sheet's size, which has its own margin. @returns what takes that back. */
function onPaperOf({ width_mm, height_mm }: SheetView): () => void {
  const rule = new CSSStyleSheet();
  rule.replaceSync(`@page { size: ${width_mm}mm ${height_mm}mm; margin: 0 }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rule);
  };
}
