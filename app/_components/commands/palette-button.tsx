"use client";

import { Command } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { ringForPalette } from "./palette-bell";

/** The way to the palette for whoever does not know its key. */
export const PaletteButton = () => {
  const messages = useMessages("app");
  return (
    <button
      type="button"
      aria-label={messages.app.commands}
      aria-keyshortcuts="Control+K"
      title={`${messages.app.commands} (${messages.app.keyNames.Control} K)`}
      onClick={ringForPalette}
      className="flex size-11 items-center justify-center rounded-lg hover:bg-hover max-sm:hidden"
    >
      <Command aria-hidden className="size-5" />
    </button>
  );
};
