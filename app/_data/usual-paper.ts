"use client";

import { createContext, use } from "react";
import type { Paper } from "./paper";

/** The paper where the reader is, as the layout found out. */
export const PaperContext = createContext<Paper>("letter");

export const useUsualPaper = (): Paper => use(PaperContext);

/** The same outside of React, as the layout wrote it on the page. */
export const paperHere = (): Paper =>
  typeof document !== "undefined" && document.documentElement.dataset.paper === "a4" ? "a4" : "letter";
