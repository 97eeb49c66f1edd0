import type { TrayItem } from "./tray-item";

const words = /\{(name|n)\}/g;

/** A file's name as a person says it: without its ending. */
export const spokenName = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, "");

/** A prompt for all, filled in for one: `{name}` is the file's name without its ending, `{n}` its place from 1. */
export const filledPrompt = (template: string, name: string, place: number): string =>
  template.replace(words, (_, word: string) => (word === "n" ? String(place) : spokenName(name)));

/** What is submitted for an item: its own prompt, else the one for all. `place` is from 1. */
export const promptOf = ({ name, prompt }: TrayItem, common: string, place: number): string =>
  prompt.trim() === "" ? filledPrompt(common, name, place) : prompt;

/** Whether an item goes its own way although there is a prompt for all. */
export const differs = (item: TrayItem, common: string, place: number): boolean =>
  item.prompt.trim() !== "" && common.trim() !== "" && item.prompt !== filledPrompt(common, item.name, place);
