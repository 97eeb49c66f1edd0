import { useId } from "react";
import { messages } from "@/app/_data/messages";
import { CheckField } from "../ui/check-field";
import { changeOptions, useChosenOptions } from "./chosen-options";

const t = messages.options.book;
/** The contract's own limit. */
const longestTitle = 200;

/** Whether there is a book, and what only a book has. */
export function BookFields() {
  const { include_pdf, title, page_numbers } = useChosenOptions();
  const id = useId();
  return (
    <div className="space-y-3">
      <CheckField label={t.include} checked={include_pdf} onChange={(on) => changeOptions({ include_pdf: on })} />
      {include_pdf && (
        <div className="space-y-3 border-hairline border-l-2 pl-4">
          <div>
            <label htmlFor={id} className="font-medium text-sm">
              {t.title}
            </label>
            <input
              id={id}
              value={title}
              maxLength={longestTitle}
              placeholder={t.untitled}
              onChange={(event) => changeOptions({ title: event.target.value })}
              className="mt-1.5 block min-h-11 w-full rounded-lg border border-control bg-surface px-3 sm:min-h-9 sm:text-sm"
            />
          </div>
          <CheckField label={t.numbers} checked={page_numbers} onChange={(on) => changeOptions({ page_numbers: on })} />
        </div>
      )}
    </div>
  );
}
