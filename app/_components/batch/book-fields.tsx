import { useMessages } from "@/app/_data/messages/use-messages";
import { longestTitle } from "@/lib/contracts/terms/title";
import { CheckField } from "../ui/check-field";
import { TextField } from "../ui/text-field";
import { changeOptions, useChosenOptions } from "./chosen-options";

/** Whether there is a book, and what only a book has. */
export function BookFields() {
  const t = useMessages("options").book;
  const { include_pdf, title, page_numbers } = useChosenOptions();
  return (
    <div className="space-y-3">
      <CheckField label={t.include} checked={include_pdf} onChange={(on) => changeOptions({ include_pdf: on })} />
      {include_pdf && (
        <div className="space-y-3 border-hairline border-l-2 pl-4">
          <TextField
            {...{ label: t.title, value: title, maxLength: longestTitle, placeholder: t.untitled }}
            onChange={(typed) => changeOptions({ title: typed })}
          />
          <CheckField label={t.numbers} checked={page_numbers} onChange={(on) => changeOptions({ page_numbers: on })} />
        </div>
      )}
    </div>
  );
}
