import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { ItemView } from "@/lib/contracts/status";
import { Button } from "../../ui/button";
import { SelectField } from "../../ui/select-field";
import { statusLooks } from "../../ui/status-badge";

interface Props {
  items: ItemView[];
  /** Of the page shown, from 1. */
  number: number;
  onChoose(page: number): void;
}

/** A list where there is room for one, a drop-down on a phone. */
export function PageChooser(props: Props) {
  const t = useMessages("trace").pages;
  return (
    <nav aria-label={t.list} className="min-w-0 lg:sticky lg:top-4 lg:self-start">
      <PageList {...props} />
      <PageStepper {...props} />
    </nav>
  );
}

function PageList({ items, number, onChoose }: Props) {
  const states = useMessages("states");
  const t = useMessages("trace").pages;
  return (
    <ol className="max-h-[70dvh] space-y-px overflow-y-auto p-0.5 max-lg:hidden">
      {items.map(({ item_id, index, name, status }) => {
        const { icon: Icon, tone } = statusLooks[status];
        return (
          <li key={item_id} className="offscreen-skip [--row-size:2.25rem]">
            <button
              type="button"
              aria-current={index + 1 === number ? "true" : undefined}
              title={name}
              onClick={() => onChoose(index + 1)}
              className="flex min-h-9 w-full items-center gap-2 rounded-lg px-2 text-left text-sm hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-semibold"
            >
              <Icon aria-label={states.statuses[status]} role="img" className={`size-4 shrink-0 ${tone}`} />
              <span className="truncate">{t.named(index + 1, name)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function PageStepper({ items, number, onChoose }: Props) {
  const states = useMessages("states");
  const t = useMessages("trace").pages;
  const names = Object.fromEntries(
    items.map(({ index, name, status }) => [
      String(index + 1),
      `${t.named(index + 1, name)} (${states.statuses[status]})`,
    ]),
  );
  return (
    <div className="flex items-end gap-2 lg:hidden">
      <div className="min-w-0 flex-1">
        <SelectField
          label={t.choose}
          values={items.map(({ index }) => String(index + 1))}
          names={names}
          value={String(number)}
          onChange={(value) => onChoose(Number(value))}
        />
      </div>
      <Button size="icon" aria-label={t.previous} disabled={number <= 1} onClick={() => onChoose(number - 1)}>
        <ChevronLeft aria-hidden className="size-4" />
      </Button>
      <Button size="icon" aria-label={t.next} disabled={number >= items.length} onClick={() => onChoose(number + 1)}>
        <ChevronRight aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
