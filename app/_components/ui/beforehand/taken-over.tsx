"use client";

import { useLayoutEffect } from "react";
import { takeOver } from "./take-over";

/** Stands last in the page: when it is hydrated, all is that does not come later. Shows nothing. */
export function TakenOver() {
  useLayoutEffect(() => takeOver(document), []);
  return null;
}
