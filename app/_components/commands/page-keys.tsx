"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type PageDeeds, pageActions } from "@/app/_actions/page-actions";
import { commandMessages } from "@/app/_data/messages/commands";
import { keyRows } from "../ui/keys/action";
import { KeySheet } from "../ui/keys/key-sheet";
import { useKeys } from "../ui/keys/use-keys";
import { Palette } from "./palette";
import { listenForPalette, takeWanted } from "./palette-bell";

/** The keys of every page that has none of its own for them, the sheet that lists them, and the palette. */
export default function PageKeys() {
  const router = useRouter();
  const sheet = useRef<HTMLDialogElement>(null);
  const palette = useRef<HTMLDialogElement>(null);
  // What a page offers changes while it is open: it is looked at anew each time somebody asks.
  const [, setAsked] = useState(0);
  const ask = () => flushSync(() => setAsked((times) => times + 1));
  const deeds: PageDeeds = {
    has: (control) => document.getElementById(control) !== null,
    press: (control) => document.getElementById(control)?.click(),
    go: (path) => router.push(path),
    listKeys: () => {
      ask();
      sheet.current?.showModal();
    },
    openPalette: () => {
      ask();
      palette.current?.showModal();
      // The frame around the field comes first, and would take the focus.
      palette.current?.querySelector("input")?.focus();
    },
  };
  const open = useRef(deeds.openPalette);
  open.current = deeds.openPalette;
  useEffect(() => listenForPalette(() => takeWanted() && open.current()), []);
  useKeys(pageActions, deeds);
  const here = typeof document === "undefined" ? [] : pageActions.filter(({ offered }) => offered?.(deeds) !== false);
  return (
    <>
      <KeySheet dialog={sheet} title={commandMessages.keysTitle} sections={[{ rows: keyRows(here) }]} />
      <Palette dialog={palette} deeds={deeds} />
    </>
  );
}
