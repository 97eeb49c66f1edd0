"use client";

import { useEffect } from "react";
import { takeOver } from "./take-over";

/** Stands last in the page: when it is hydrated, all is that does not come later. Shows nothing. */
export function TakenOver() {
  useEffect(() => takeOver(document), []);
  return null;
}
