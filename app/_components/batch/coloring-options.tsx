import type { ModelList } from "@/lib/contracts/models";
import { ModelFields } from "./models/model-fields";
import { OptionsForm } from "./options-form";

/** Who draws the pages, and how. */
export const ColoringOptions = ({ models }: { models: ModelList }) => (
  <div className="space-y-7">
    <ModelFields list={models} />
    <OptionsForm />
  </div>
);
