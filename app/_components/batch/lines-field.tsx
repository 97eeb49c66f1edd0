import type { ComponentType, ReactNode, Ref } from "react";
import { Button } from "../ui/button";
import { FieldFrame, fieldLook } from "../ui/field-frame";

interface Props {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  /** Of the button. */
  add: string;
  icon: ComponentType<{ className?: string }>;
  /** Whether there is nothing to add yet. */
  empty: boolean;
  onAdd: () => void;
  /** The textarea itself. */
  field?: Ref<HTMLTextAreaElement>;
  hint: ReactNode;
  /** What is wrong with the text, in place of the hint; null for nothing. */
  wrong?: string | null;
  spellCheck?: boolean;
}

/** A field for several lines, each of which becomes an item, and the button that adds them. */
export function LinesField(props: Props) {
  const { label, placeholder, value, onChange, add, icon: Icon, empty, onAdd, field, hint, wrong, spellCheck } = props;
  return (
    <FieldFrame {...{ label, hint, wrong }}>
      {(ties) => (
        <div className="flex flex-wrap items-start gap-2 max-sm:*:grow">
          <textarea
            {...ties}
            ref={field}
            value={value}
            rows={value.includes("\n") ? 4 : 1}
            placeholder={placeholder}
            spellCheck={spellCheck}
            onChange={(event) => onChange(event.target.value)}
            className={`flex-1 basis-56 py-2 ${fieldLook}`}
          />
          <Button aria-disabled={empty} onClick={onAdd}>
            <Icon aria-hidden className="size-4" />
            {add}
          </Button>
        </div>
      )}
    </FieldFrame>
  );
}
