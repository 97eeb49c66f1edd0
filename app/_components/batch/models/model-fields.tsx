import { useMessages } from "@/app/_data/messages/use-messages";
import type { ModelList } from "@/lib/contracts/models";
import { ChoiceField } from "../../ui/choice-field";
import { whenAsked } from "../../ui/when-asked";
import { OptionGroup } from "../option-group";
import { AddModels } from "./add-models";
import { changeModel, drawnBy, readyModels, useChosenModel } from "./chosen-model";

/** Few choose a model that is not on this machine: its fields come when somebody does. */
const RemoteFields = whenAsked(() => import("./remote-fields").then((module) => module.RemoteFields), "models");

/** Who draws the pages, what that means for them, and how to add others. */
export function ModelFields({ list }: { list: ModelList }) {
  const messages = useMessages("app");
  const t = useMessages("models");
  const chosen = useChosenModel();
  const ready = readyModels(list);
  const model = drawnBy(list, chosen.name);
  return (
    <OptionGroup title={t.title}>
      {ready.length > 1 && (
        <ChoiceField
          quiet
          {...{ label: t.title, names: messages.app.models, values: ready.map(({ name }) => name), value: model.name }}
          onChange={(name) => changeModel({ name })}
        />
      )}
      {model.company === null ? (
        <p className="text-muted-foreground text-sm">{t.local}</p>
      ) : (
        <RemoteFields model={model} company={model.company} />
      )}
      <AddModels list={list} />
    </OptionGroup>
  );
}
