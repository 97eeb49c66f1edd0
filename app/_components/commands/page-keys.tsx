"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type PageDeeds, pageActions } from "@/app/_actions/page-actions";
import { useMessages } from "@/app/_data/messages/use-messages";
import { keyRows } from "../ui/keys/action";
import { KeySheet } from "../ui/keys/key-sheet";
import { useKeys } from "../ui/keys/use-keys";
import { whenAsked } from "../ui/when-asked";
import { listenForPalette, takeWanted } from "./palette-bell";

/** Comes when somebody looks for something. */
const Palette = whenAsked(() => import("./palette").then((module) => module.default), "commands");

/** The keys of every page that has none of its own for them, the sheet that lists them, and the palette. */
export default function PageKeys() {
  const commandMessages = useMessages("commands");
  const actions = useMemo(() => pageActions(commandMessages), [commandMessages]);
  const { keyNames } = useMessages("app").app;
  const router = useRouter();
  const sheet = useRef<HTMLDialogElement>(null);
  const [finding, setFinding] = useState(false);
  // What a page offers changes while it is open: it is looked at anew each time somebody asks.
  const [, setAsked] = useState(0);
  const stopFinding = useCallback(() => setFinding(false), []);
  const deeds: PageDeeds = {
    has: (control) => document.getElementById(control) !== null,
    press: (control) => document.getElementById(control)?.click(),
    focus: (control) => document.getElementById(control)?.focus(),
    go: (path) => router.push(path),
    listKeys: () => {
      flushSync(() => setAsked((times) => times + 1));
      sheet.current?.showModal();
    },
    openPalette: () => setFinding(true),
  };
  useEffect(() => listenForPalette(() => takeWanted() && setFinding(true)), []);
  useKeys(actions, deeds);
  const here = actions.filter(({ offered }) => offered?.(deeds) !== false);
  return (
    <>
      <KeySheet dialog={sheet} title={commandMessages.keysTitle} sections={[{ rows: keyRows(here, keyNames) }]} />
      {finding && <Palette actions={actions} deeds={deeds} onClose={stopFinding} />}
    </>
  );
}
