import { createStore, useStore } from "@/app/_data/use-store";
import type { ModelList, ModelName, ModelView } from "@/lib/contracts/models";

/** Whom someone chose to draw. Not remembered by the browser: pictures leave the machine only by a choice made just now. */
export interface ChosenModel {
  /** Null is the server's own choice. */
  name: ModelName | null;
  orLineart: boolean;
  /** As it is typed, in US dollars; empty for no limit. */
  maxCost: string;
}

const usual: ChosenModel = { name: null, orLineart: false, maxCost: "" };
const chosen = createStore(usual);

export const useChosenModel = (): ChosenModel => useStore(chosen, usual);
export const changeModel = (change: Partial<ChosenModel>): void => chosen.set({ ...chosen.get(), ...change });

export const readyModels = ({ models }: ModelList): ModelView[] => models.filter(({ ready }) => ready);

/** Who draws: the one that was chosen, else the server's own choice, as far as they are ready. */
export function drawnBy(list: ModelList, name: ModelName | null): ModelView {
  const ready = readyModels(list);
  const wanted = [name, list.default].flatMap((one) => ready.find((model) => model.name === one) ?? []);
  return wanted[0] ?? ready[0];
}

/** US dollars; undefined for no limit, null for what is no amount. */
export function amountIn(text: string): number | null | undefined {
  if (text.trim() === "") return undefined;
  const amount = Number(text.trim().replace(",", "."));
  return Number.isFinite(amount) && amount > 0 && amount <= 1_000_000 ? amount : null;
}

/** What a request says of the model; null while the limit is no amount. */
export function modelRequest({ orLineart, maxCost }: ChosenModel, { name, company, capped }: ModelView) {
  if (company === null) return { model: name };
  const limit = capped ? amountIn(maxCost) : undefined;
  if (limit === null) return null;
  const on_model_failure: "lineart" | "fail" = orLineart ? "lineart" : "fail";
  return { model: name, on_model_failure, ...(limit !== undefined && { max_cost: limit }) };
}
