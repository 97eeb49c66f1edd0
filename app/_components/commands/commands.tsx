"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { atRest } from "@/app/_data/at-rest";
import { whenAsked } from "../ui/when-asked";
import { listenForPalette } from "./palette-bell";

/** Comes when the page stands and the browser has nothing better to do. */
const PageKeys = whenAsked(() => import("./page-keys").then((module) => module.default), "commands");

/** The trace has keys of its own. */
const hasOwnKeys = (path: string): boolean => path.endsWith("/trace");

export function Commands() {
  const path = usePathname();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void atRest().then(() => setReady(true));
    return listenForPalette(() => setReady(true));
  }, []);
  return ready && !hasOwnKeys(path) ? <PageKeys /> : null;
}
