import { useMessages } from "@/app/_data/messages/use-messages";
import {
  captions,
  details,
  lineWeights,
  orientations,
  pageFormats,
  pageSizes,
  qualities,
  styles,
} from "@/lib/contracts/terms/coloring";
import { CheckField } from "../ui/check-field";
import { ChoiceField } from "../ui/choice-field";
import { SelectField } from "../ui/select-field";
import { BookFields } from "./book-fields";
import { changeOptions, useChosenOptions, useUsualOptions } from "./chosen-options";
import { coloringPresets } from "./coloring-presets";
import { MarginField } from "./margin-field";
import { OptionGroup } from "./option-group";
import { PresetField } from "./preset-field";

export function OptionsForm() {
  const t = useMessages("options");
  const options = useChosenOptions();
  const presets = coloringPresets(t.presets, useUsualOptions());
  const { page_size, formats } = options;
  const own = page_size === "original";
  const sizeHint = own ? t.originalHint : page_size === "square" ? t.squareHint : undefined;
  return (
    <div className="space-y-7">
      <PresetField shelf={presets} options={options} onChoose={changeOptions} />
      <OptionGroup title={t.drawing}>
        <ChoiceField
          {...{ label: t.style.label, names: t.style, values: styles, value: options.style }}
          onChange={(style) => changeOptions({ style })}
        />
        <ChoiceField
          {...{ label: t.detail.label, names: t.detail, values: details, value: options.detail }}
          hint={t.detail.hint[options.detail]}
          onChange={(detail) => changeOptions({ detail })}
        />
        <ChoiceField
          {...{ label: t.line_weight.label, names: t.line_weight, values: lineWeights, value: options.line_weight }}
          onChange={(line_weight) => changeOptions({ line_weight })}
        />
      </OptionGroup>
      <OptionGroup title={t.paper}>
        <SelectField
          {...{ label: t.page_size.label, names: t.page_size, values: pageSizes, value: page_size, hint: sizeHint }}
          onChange={(size) => changeOptions({ page_size: size })}
        />
        <SelectField
          {...{ label: t.orientation.label, names: t.orientation, values: orientations, value: options.orientation }}
          disabled={own || page_size === "square"}
          onChange={(orientation) => changeOptions({ orientation })}
        />
        <MarginField value={options.margin_mm} disabled={own} />
        <SelectField
          {...{ label: t.caption.label, names: t.caption, values: captions, value: options.caption }}
          onChange={(caption) => changeOptions({ caption })}
        />
      </OptionGroup>
      <OptionGroup title={t.files}>
        <ChoiceField
          {...{ label: t.quality.label, names: t.quality, values: qualities, value: options.quality }}
          hint={t.quality.hint[options.quality]}
          onChange={(quality) => changeOptions({ quality })}
        />
        <fieldset>
          <legend className="font-medium text-sm">{t.formats.label}</legend>
          {pageFormats.map((format) => (
            <CheckField
              key={format}
              label={t.formats[format]}
              checked={formats.includes(format)}
              onChange={(on) =>
                changeOptions({ formats: pageFormats.filter((one) => (one === format ? on : formats.includes(one))) })
              }
            />
          ))}
          {formats.length === 0 && (
            <p role="alert" className="text-failed text-sm">
              {t.formats.one}
            </p>
          )}
        </fieldset>
        <BookFields />
      </OptionGroup>
    </div>
  );
}
