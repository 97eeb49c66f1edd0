"use client";

import { useEffect } from "react";
import { atRest } from "@/app/_data/at-rest";
import { loadPatiently } from "@/app/_data/load-patiently";

/** The layout stays for as long as its document does, so that this is done once. */
async function begin(): Promise<void> {
  await atRest();
  const { keepFocus } = await loadPatiently(() => import("./keep-focus"));
  keepFocus(document);
}

/** Sees to it that the focus is never lost; shows nothing. */
export function FocusKeeper() {
  useEffect(() => void begin(), []);
  return null;
}
