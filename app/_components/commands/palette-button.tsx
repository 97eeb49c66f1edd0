"use client";

import { Command } from "lucide-react";
import { messages } from "@/app/_data/messages";
import { ringForPalette } from "./palette-bell";

/** The way to the palette for whoever does not know its key. */
export const PaletteButton = () => (
  <button
    type="button"
    aria-label={messages.app.commands}
    aria-keyshortcuts="Control+K"
    title={`${messages.app.commands} (Ctrl K)`}
    onClick={ringForPalette}
    className="flex size-11 items-center justify-center rounded-lg hover:bg-hover max-sm:hidden"
  >
    <Command aria-hidden className="size-5" />
  </button>
);
