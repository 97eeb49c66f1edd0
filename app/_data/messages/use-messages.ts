"use client";

import { createContext, use } from "react";
import { type Messages, messagesIn, type Section } from "./catalogue";
import { defaultLanguage, type Language } from "./languages";

/** The language of the page, as the layout gave it. */
export const LanguageContext = createContext<Language>(defaultLanguage);

export const useLanguage = (): Language => use(LanguageContext);

/** The sentences of a section in the language of the page. Suspends until they are here. */
export const useMessages = <S extends Section>(section: S): Messages<S> => use(messagesIn(useLanguage(), section));
