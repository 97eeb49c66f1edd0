import { useMessages } from "@/app/_data/messages/use-messages";
import { submitDeck } from "@/app/_data/submit-deck";
import { later } from "../ui/later";
import { changeDeck, chosenDeck, requestOf, useChosenDeck } from "./chosen-deck";
import { desks } from "./desks";
import type { PreviewOf } from "./live-preview";
import { StudioFrame } from "./studio-frame";
import { uploadedFile } from "./tray-item";
import { type SubmittedItem, useStart } from "./use-start";
import { useOrder, useTrayItem } from "./use-tray";

const desk = desks.deck;

/** A presentation's title is of one presentation. */
function forgetTitle(): void {
  if (chosenDeck().title !== "") changeDeck({ title: "" });
}

const AddressField = later(() => import("./address-field").then((module) => module.AddressField), "deckTab");
const DeckForm = later(() => import("./deck-form").then((module) => module.DeckForm), "deckOptions");

export function DeckStudio({ sendsToDrive, maxItems }: { sendsToDrive: boolean; maxItems: number }) {
  const { optionsTitle } = useMessages("deckTab");
  const asked = useChosenDeck();
  // Remembered from a time when the server could deliver, it would now be refused, with nothing here to switch off.
  const chosen = sendsToDrive ? asked : { ...asked, drive_integration_enabled: false };
  // Addresses go as items too: `urls` would come before every file, whatever the order on the tray.
  const bodyOf = (items: SubmittedItem[]) => ({
    items: items.flatMap(({ reference }) => (reference === null ? [] : [{ file: reference }])),
    ...requestOf(chosen),
  });
  const begin = useStart(desk.tray, submitDeck, bodyOf, forgetTitle);
  const [firstId] = useOrder(desk.tray);
  const first = uploadedFile(useTrayItem(desk.tray, firstId ?? "")) ?? undefined;
  const previewOf: PreviewOf = (item) => {
    const file = uploadedFile(item);
    if (file === null) return null;
    const { preprocessing_preset, options } = requestOf(chosen);
    const { title: _title, ...look } = options ?? {};
    const shape = look.slide_size === "first" ? { first } : {};
    return { kind: "deck", file, ...shape, preprocessing_preset, options: look };
  };
  return (
    <StudioFrame
      {...{ desk, begin, previewOf, optionsTitle, maxItems }}
      blocked={null}
      intake={<AddressField tray={desk.tray} />}
    >
      <DeckForm sendsToDrive={sendsToDrive} />
    </StudioFrame>
  );
}
