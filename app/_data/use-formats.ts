"use client";

import { type Formats, formatsIn } from "./formats";
import { useLanguage } from "./messages/use-messages";

/** How the language of the page writes numbers, moments, lengths of time and sizes. */
export const useFormats = (): Formats => formatsIn(useLanguage());
