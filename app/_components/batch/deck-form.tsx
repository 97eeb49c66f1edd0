import { useMessages } from "@/app/_data/messages/use-messages";
import { deckPolicies, deckTexts, preprocessingPresets, slideSizes } from "@/lib/contracts/terms/deck";
import { longestTitle } from "@/lib/contracts/terms/title";
import { CheckField } from "../ui/check-field";
import { ChoiceField } from "../ui/choice-field";
import { ColorField } from "../ui/color-field";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import { changeDeck, useChosenDeck } from "./chosen-deck";
import { deckPresets } from "./deck-presets";
import { DriveFields } from "./drive-fields";
import { OptionGroup } from "./option-group";
import { PresetField } from "./preset-field";

export function DeckForm({ sendsToDrive }: { sendsToDrive: boolean }) {
  const t = useMessages("deckOptions");
  const deck = useChosenDeck();
  const { policy, slide_size, text, background, title, preprocessing_preset, generate_previews } = deck;
  return (
    <div className="space-y-7">
      <PresetField shelf={deckPresets(t.presets)} options={deck} onChoose={changeDeck} />
      <OptionGroup title={t.slides}>
        <TextField
          {...{ label: t.deckTitle.label, value: title, maxLength: longestTitle, placeholder: t.deckTitle.none }}
          onChange={(typed) => changeDeck({ title: typed })}
        />
        <SelectField
          {...{ label: t.slide_size.label, names: t.slide_size, values: slideSizes, value: slide_size }}
          hint={slide_size === "first" ? t.firstHint : undefined}
          onChange={(size) => changeDeck({ slide_size: size })}
        />
        <ColorField label={t.background} value={background} onChange={(color) => changeDeck({ background: color })} />
      </OptionGroup>
      <OptionGroup title={t.conversion}>
        <SelectField
          {...{ label: t.policy.label, names: t.policy, values: deckPolicies, value: policy }}
          hint={t.policy.hint[policy]}
          onChange={(chosen) => changeDeck({ policy: chosen })}
        />
        <ChoiceField
          {...{ label: t.text.label, names: t.text, values: deckTexts, value: text, hint: t.text.hint[text] }}
          onChange={(chosen) => changeDeck({ text: chosen })}
        />
        <ChoiceField
          {...{ label: t.preset.label, names: t.preset, values: preprocessingPresets, value: preprocessing_preset }}
          hint={t.preset.hint[preprocessing_preset]}
          onChange={(preset) => changeDeck({ preprocessing_preset: preset })}
        />
        <CheckField
          label={t.previews}
          checked={generate_previews}
          onChange={(on) => changeDeck({ generate_previews: on })}
        />
      </OptionGroup>
      <OptionGroup title={t.delivery}>
        {sendsToDrive ? (
          <DriveFields />
        ) : (
          <p className="break-words text-muted-foreground text-sm">{t.drive.notSetUp}</p>
        )}
      </OptionGroup>
    </div>
  );
}
