import { cookies, headers } from "next/headers";
import { type Messages, messagesIn, type Section } from "./catalogue";
import { type Language, languageCookie, languageFrom } from "./languages";

/** The language of the request that is being answered, for server components. */
export async function languageHere(): Promise<Language> {
  return languageFrom((await cookies()).get(languageCookie)?.value, (await headers()).get("accept-language"));
}

/** The sentences of a section in the language of the request that is being answered. */
export const messagesHere = async <S extends Section>(section: S): Promise<Messages<S>> =>
  messagesIn(await languageHere(), section);
